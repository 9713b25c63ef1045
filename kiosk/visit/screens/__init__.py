"""Screens: all that the person in front of the kiosk can see, each one a value."""

from datetime import date

from msgspec import Struct

from kiosk.visit.screens.books import (
    Basket as Basket,
    CardShown as CardShown,
    Due as Due,
    LentRow as LentRow,
    Receipt as Receipt,
    ReceiptLine as ReceiptLine,
    Record as Record,
    RecordRow as RecordRow,
    Returned as Returned,
    ReturnedRow as ReturnedRow,
    ReturnOrRenew as ReturnOrRenew,
)
from kiosk.visit.screens.cases import (
    CaseChange as CaseChange,
    CaseEnding as CaseEnding,
    CaseEvent as CaseEvent,
    CasePlace as CasePlace,
    CaseRow as CaseRow,
    Cases as Cases,
    CaseTold as CaseTold,
    OpenThen as OpenThen,
    SettledCase as SettledCase,
)
from kiosk.visit.screens.certificates import (
    CertificatePreview as CertificatePreview,
    CertificateRow as CertificateRow,
    CertificateShown as CertificateShown,
    KindHours as KindHours,
    Passport as Passport,
    PassportCourse as PassportCourse,
    Printing as Printing,
    Verified as Verified,
    VerifiedFacts as VerifiedFacts,
)
from kiosk.visit.screens.chores import ChoreLine as ChoreLine, ChoreRound as ChoreRound, Chores as Chores
from kiosk.visit.screens.class_desk import ClassDesk as ClassDesk, PausedMember as PausedMember, Waiter as Waiter
from kiosk.visit.screens.classes import (
    CheckedIn as CheckedIn,
    CheckedOut as CheckedOut,
    ChooseSession as ChooseSession,
    CourseDetail as CourseDetail,
    CourseShown as CourseShown,
    DayLine as DayLine,
    Enrolled as Enrolled,
    Programme as Programme,
    Progress as Progress,
    Rating as Rating,
    SessionShown as SessionShown,
    When as When,
)
from kiosk.visit.screens.counter import (
    AtDesk as AtDesk,
    Counter as Counter,
    Note as Note,
    PaperShown as PaperShown,
    PileCounts as PileCounts,
    PileRow as PileRow,
    Stopped as Stopped,
)
from kiosk.visit.screens.desk import (
    Desk as Desk,
    Doors as Doors,
    Duty as Duty,
    HoldShelf as HoldShelf,
    Job as Job,
    KeptBook as KeptBook,
    Lesson as Lesson,
    Said as Said,
)
from kiosk.visit.screens.entry import Answer as Answer, Answers as Answers, PinEntry as PinEntry, Refusal as Refusal
from kiosk.visit.screens.finding import (
    ClassShelf as ClassShelf,
    CopyPlace as CopyPlace,
    Finder as Finder,
    FoundTitle as FoundTitle,
    ShelfSlip as ShelfSlip,
    TitleDetail as TitleDetail,
)
from kiosk.visit.screens.graduates import (
    CertificateRegister as CertificateRegister,
    Graduate as Graduate,
    Graduates as Graduates,
    Registered as Registered,
    TaughtCourse as TaughtCourse,
)
from kiosk.visit.screens.hall import (
    Attract as Attract,
    Fault as Fault,
    HallNotice as HallNotice,
    Help as Help,
    Home as Home,
    IdleWarning as IdleWarning,
    Practice as Practice,
)
from kiosk.visit.screens.holds import (
    HoldRow as HoldRow,
    HoldSlip as HoldSlip,
    PickupHall as PickupHall,
    Reserved as Reserved,
)
from kiosk.visit.screens.house import (
    Audit as Audit,
    ClosingDays as ClosingDays,
    Colleague as Colleague,
    ColleagueNew as ColleagueNew,
    Colleagues as Colleagues,
    Deed as Deed,
    NoticeBoard as NoticeBoard,
    NoticeRow as NoticeRow,
    RestClash as RestClash,
    RestDays as RestDays,
    RuleBlank as RuleBlank,
    RuleChange as RuleChange,
    RuleMet as RuleMet,
    RuleRow as RuleRow,
    Rules as Rules,
    RuleVersion as RuleVersion,
)
from kiosk.visit.screens.importing import (
    ImportChoice as ImportChoice,
    ImportFile as ImportFile,
    ImportPreview as ImportPreview,
    ImportRow as ImportRow,
    ImportTrouble as ImportTrouble,
)
from kiosk.visit.screens.labels import LabelDesk as LabelDesk, LabelPaper as LabelPaper
from kiosk.visit.screens.light import Light as Light
from kiosk.visit.screens.look import Book as Book
from kiosk.visit.screens.members import (
    Asking as Asking,
    DeskCourse as DeskCourse,
    DeskHold as DeskHold,
    DeskLoan as DeskLoan,
    LastShown as LastShown,
    MemberDesk as MemberDesk,
    MemberLine as MemberLine,
    MemberMerge as MemberMerge,
    MemberNew as MemberNew,
    Members as Members,
    MergeSide as MergeSide,
    Stop as Stop,
)
from kiosk.visit.screens.overdue import LateBook as LateBook, LatePerson as LatePerson, Overdue as Overdue
from kiosk.visit.screens.practising import PracticeDoor as PracticeDoor, ToyShown as ToyShown
from kiosk.visit.screens.reports import (
    KnownShown as KnownShown,
    ReportBar as ReportBar,
    ReportChange as ReportChange,
    ReportFigure as ReportFigure,
    ReportList as ReportList,
    Reports as Reports,
    ReportShare as ReportShare,
    SpanShown as SpanShown,
)
from kiosk.visit.screens.roster import Roster as Roster, RosterCounts as RosterCounts, RosterSeat as RosterSeat
from kiosk.visit.screens.series import (
    EarlierCourse as EarlierCourse,
    SeriesClash as SeriesClash,
    SeriesDay as SeriesDay,
    SeriesEditor as SeriesEditor,
    SeriesSaid as SeriesSaid,
)
from kiosk.visit.screens.stock import (
    BuildUp as BuildUp,
    ListedCopy as ListedCopy,
    StockChoice as StockChoice,
    StockRow as StockRow,
    StockScan as StockScan,
    StockScope as StockScope,
    StockTake as StockTake,
)
from kiosk.visit.screens.technician import (
    BackupRow as BackupRow,
    Backups as Backups,
    Cleaning as Cleaning,
    Health as Health,
    Leaving as Leaving,
    Mended as Mended,
)
from kiosk.visit.screens.telling import ToBeTold as ToBeTold, ToTell as ToTell
from kiosk.visit.screens.titles import (
    BlankAsked as BlankAsked,
    CardBlank as CardBlank,
    CopyLine as CopyLine,
    DeedAsked as DeedAsked,
    HallOption as HallOption,
    TitleDesk as TitleDesk,
    TitleLine as TitleLine,
    Titles as Titles,
)
from kiosk.visit.screens.wizard import (
    Blank as Blank,
    Proof as Proof,
    Wizard as Wizard,
    WizardStep as WizardStep,
)

Screen = (
    Attract
    | Home
    | Basket
    | Returned
    | ReturnOrRenew
    | Refusal
    | Record
    | PinEntry
    | Answers
    | Reserved
    | Receipt
    | Programme
    | CourseDetail
    | Enrolled
    | CheckedIn
    | CheckedOut
    | ChooseSession
    | Rating
    | Passport
    | CertificatePreview
    | Printing
    | Verified
    | Practice
    | Help
    | Desk
    | HoldShelf
    | Counter
    | Rules
    | ClosingDays
    | NoticeBoard
    | Audit
    | Colleagues
    | ColleagueNew
    | BuildUp
    | StockChoice
    | StockTake
    | ImportChoice
    | ImportPreview
    | LabelDesk
    | Titles
    | TitleDesk
    | Members
    | MemberDesk
    | MemberNew
    | MemberMerge
    | SeriesEditor
    | Roster
    | ClassDesk
    | Graduates
    | CertificateRegister
    | Cases
    | Chores
    | PracticeDoor
    | Finder
    | TitleDetail
    | ShelfSlip
    | Reports
    | ReportList
    | Doors
    | Overdue
    | ToTell
    | Health
    | Backups
    | Mended
    | Cleaning
    | Leaving
    | Wizard
    | IdleWarning
    | Fault
)


class Frame(Struct, frozen=True):
    """What stands around every page: where, when, who, and how long the visit still lasts."""

    hall: str
    place: str
    now: str  # HH:MM
    today: date
    lunar: str
    light: Light = Light()
    member: str = ""  # masked
    face: str = ""  # the family name's first character
    tier: str = ""
    remaining: float = 1.0  # share of the idle time left
    care: bool = False  # large print and voice
    practice: tuple[ToyShown, ...] = ()  # what is here to scan while staff practise on make-believe data
    care_offer: str = ""  # remember, forget: shall it be so from now on?
    duty: Duty | None = None  # somebody of the house
