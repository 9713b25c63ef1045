"""Sound: whatever a program of ours may say lies within these bounds; what lies outside is no honest mistake."""

from kiosk.domain.moment import Moment
from kiosk.hub.devices import Known
from kiosk.sync.messages import SEGMENT_FACTS_MAX, Ask, Segment

COUNT_MAX = 2**53  # larger than anything that is ever counted, and held by every database
MEMBER_MAX = 2**63 - 1
HASH_BYTES, KEY_BYTES = 32, 32
WORD_MAX = 64
WANTS_MAX = 16


def sound_segment(segment: Segment, device: Known) -> str:
    """What is wrong, or nothing."""
    if segment.device != device.device:
        return "other_device"
    counted = 1 <= segment.generation <= COUNT_MAX and 1 <= segment.first <= COUNT_MAX
    if not (counted and 1 <= len(segment.bodies) <= SEGMENT_FACTS_MAX and len(segment.before) == HASH_BYTES):
        return "bad_request"
    if any("\0" in body for body in segment.bodies) or not sound_moment(segment.said):
        return "bad_request"
    return "" if sound_keys(segment.member_keys) else "bad_request"


def sound_keys(keys: dict[int, bytes]) -> bool:
    named = all(0 <= member <= MEMBER_MAX for member in keys)
    return named and len(keys) <= SEGMENT_FACTS_MAX and all(len(key) == KEY_BYTES for key in keys.values())


def sound_moment(said: Moment | None) -> bool:
    if said is None:
        return True
    return said.at.tzinfo is not None and 0 <= said.mono_ms <= COUNT_MAX and len(said.boot) <= WORD_MAX


def sound_ask(ask: Ask, device: Known) -> str:
    if ask.device != device.device:
        return "other_device"
    counted = -1 <= ask.cursor <= COUNT_MAX and 0 <= ask.rows_version <= COUNT_MAX
    words = (ask.epoch, ask.keys, *ask.wants[: WANTS_MAX + 1])
    short = len(ask.wants) <= WANTS_MAX and all(len(word) <= WORD_MAX for word in words)
    return "" if counted and short and sound_moment(ask.said) else "bad_request"
