"""Fonts that have the characters of a text."""

from __future__ import annotations

from collections.abc import Iterator

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

CHINESE_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Heiti SC",
    "Heiti TC",
    "STHeiti",
    # Of a font collection older matplotlib sees the first face only; it has the Chinese glyphs too.
    "Noto Sans CJK JP",
    "Source Han Sans",
    "Droid Sans Fallback",
    "Arial Unicode MS",
    "SimSun",
    "Songti SC",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
)


def families(text: str) -> list[str]:
    """The configured font families, with one behind them for the characters they lack.

    matplotlib takes each character from the first of them that has it.
    """
    configured = list(FontProperties().get_family())
    lacking = _lacking(text, configured)
    if not lacking:
        return configured
    return next(([*configured, name] for name in _installed() if _has(name, lacking)), configured)


def legible(text: str) -> bool:
    """Whether there is a font for every character of the text."""
    return not _lacking(text, families(text))


def _lacking(text: str, names: list[str]) -> set[str]:
    lacking = {character for character in text if character > "~"}
    for name in names if lacking else ():
        lacking = {character for character in lacking if not _has(name, {character})}
    return lacking


def _has(family: str, characters: set[str]) -> bool:
    font = get_font(findfont(FontProperties(family=[family])))
    return all(font.get_char_index(ord(character)) for character in characters)


def _installed() -> Iterator[str]:
    installed = {entry.name for entry in fontManager.ttflist}
    return (name for name in CHINESE_FAMILIES if name in installed)
