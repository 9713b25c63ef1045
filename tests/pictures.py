"""Pictures as a camera would take them: a code somewhere in a grey room, turned, blurred, with noise."""

import random

from msgspec import Struct
from PIL import Image, ImageFilter

from kiosk.documents.qr import made

SIZE = (1280, 720)
ROOM = 150  # how light it is around the code


class Pose(Struct, frozen=True):
    """How the code is held."""

    side: int = 360  # pixels
    degrees: float = 0
    blur: float = 0.8
    noise: float = 0.08  # share of each pixel
    seed: int = 1


def room() -> Image.Image:
    return Image.new("L", SIZE, ROOM)


def held_out(text: str, pose: Pose) -> Image.Image:
    chance = random.Random(pose.seed)
    picture = room()
    code = made(text, border=4).make_image().convert("L").resize((pose.side, pose.side), Image.Resampling.BILINEAR)
    code = code.point(lambda light: 25 + light * 200 // 255)  # neither black nor white before a camera
    turned = code.rotate(pose.degrees, Image.Resampling.BILINEAR, expand=True, fillcolor=ROOM)
    picture.paste(turned, tuple(chance.randrange(0, a - b) for a, b in zip(SIZE, turned.size, strict=True)))
    return grainy(picture.filter(ImageFilter.GaussianBlur(pose.blur)), pose, chance)


def grainy(picture: Image.Image, pose: Pose, chance: random.Random) -> Image.Image:
    grain = Image.frombytes("L", SIZE, chance.randbytes(SIZE[0] * SIZE[1]))
    return Image.blend(picture, grain, pose.noise)
