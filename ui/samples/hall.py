"""Where and when the invented screens are, and the books on them."""

from datetime import date, timedelta

from msgspec.structs import replace

from kiosk.visit.screens import (
    Book,
    Due,
    Frame,
    Light,
)

TODAY = date(2026, 11, 21)
GUEST = Frame("临江市工人文化宫", "职工书屋 · 一楼大厅", "14:26", TODAY, "十月十三")
MEMBER = Frame(GUEST.hall, GUEST.place, GUEST.now, TODAY, GUEST.lunar, Light(), "张*三", "张", "member", remaining=0.82)

ASKED = replace(MEMBER, care=True, care_offer="remember")


def due(days: int, *moved_by: str) -> Due:
    return Due(TODAY + timedelta(days=days), days, moved_by)


DREAM = Book("红楼梦", "红楼梦", "曹雪芹 著", "I")
DRAWING = Book("机械制图手册", "机械制图手册", "梁德厚 主编", "T")
RECIPES = Book("家庭食疗一百方", "家庭食疗", "宋知远 编", "R")
OLD_TALES = Book("城南旧事", "城南旧事", "林海音 著", "I")
FITTER = Book("钳工基础", "钳工基础", "梁德厚 编", "T")
THREE = Book("三体", "三体", "刘慈欣 著", "I")
LAW = Book("劳动合同法释义：案例与问答", "劳动合同法释义", "周敏 编著", "D")
PYTHON = Book("Python 编程从入门到实践", "Python 编程从入门到实践", "E. Matthes 著", "T")
HERBS = Book("本草的故事", "本草的故事", "宋知远 著", "R")
LONG = Book(
    "职工安全生产知识与事故应急处置一百问（图解版）", "职工安全生产知识与事故应急处置一百问", "应急管理编写组", "X"
)
