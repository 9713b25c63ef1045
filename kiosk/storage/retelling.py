"""Retelling: this device's facts once more, in a new line under a new name; rows stay as they are."""

from msgspec.structs import replace

from kiosk.storage.apply import NO_FACT_YET, chain_hash, read_fact
from kiosk.storage.database import Connection
from kiosk.storage.hub_line import Own, hub_line, position_of, write_line
from kiosk.storage.store import canonical


def retold(db: Connection, device: str, generation: int) -> bytes:
    """What the hub's rows held of the old line they hold of the new one, up to the same fact."""
    line = hub_line(db)
    begun, seen_at = position_of(db, Own(line.begun)), position_of(db, line.seen)
    told = db.execute("select position, body from facts where position > ? order by position", (begun,)).fetchall()
    last = db.execute("select hash from facts order by position desc limit 1").fetchone()
    first = head = last[0] if last else NO_FACT_YET
    for seq, (_, text) in enumerate(told, 1):
        fact = replace(read_fact(text), device=device, generation=generation, seq=seq, told_before=True)
        body = canonical(fact)
        head = chain_hash(head, body)
        row = (generation, seq, type(fact.p).__name__, body.decode(), head)
        db.execute("insert into facts (generation, seq, type, body, hash) values (?, ?, ?, ?, ?)", row)
    db.execute("update device set device = ?, generation = ?", (device, generation))
    seen = Own(generation, sum(position <= seen_at for position, _ in told))
    write_line(db, replace(line, begun=generation, seen=seen, stored=Own(generation), trouble=""))
    return first
