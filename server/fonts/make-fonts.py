"""Makes the fonts that sheets and reports are set in. README.md beside it says why, from what and how to run it.

    python3 make-fonts.py node_modules/@expo-google-fonts server/fonts
"""

import sys
import tempfile
from copy import copy
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

FAMILY = "Basilia Sans"
WEIGHTS = [("400Regular", "Regular"), ("600SemiBold", "SemiBold")]
BASE = "ibm-plex-sans-arabic"

# Latin with its transliterations, Greek and Cyrillic, signs.
LETTERS = [(0x0100, 0x052F), (0x1E00, 0x1FFF), (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x214F), (0x2190, 0x2199), (0x2200, 0x22FF)]

# What each font adds to those before it, the first where several have a character.
ADDED = [
    ("ibm-plex-sans", LETTERS),
    ("noto-sans", LETTERS),
    ("ibm-plex-sans-hebrew", [(0x0590, 0x05FF), (0xFB1D, 0xFB4F)]),
    ("noto-sans-armenian", [(0x0530, 0x058F), (0xFB13, 0xFB17)]),
    ("noto-sans-georgian", [(0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x2D00, 0x2D2F)]),
    ("noto-sans-syriac", [(0x0700, 0x074F), (0x0860, 0x086F)]),
]

# The features that are on by themselves; no text here asks for another.
FEATURES = ["ccmp", "locl", "init", "medi", "med2", "fina", "fin2", "fin3", "rlig", "calt", "liga", "kern", "mark", "mkmk"]

ABSENT = 0x25AF

RIGHT_TO_LEFT = 1

# In thousandths of the em; the readers take a tenth for a space.
LEAST_GAP = 40

# Ink of the second glyph of a pair. A glyph without ink is passed over by PDFium, one without width by pdf.js.
SPECK = 1
SPECK_HEIGHT = 300


def main(packages: Path, out: Path) -> None:
    for folder, style in WEIGHTS:
        base = kept(TTFont(font_file(packages, BASE, folder), recalcTimestamp=False), None)
        with_pairs(base)
        with_mark_of_absence(base)
        font = merged(base, [(packages, name, folder, ranges) for name, ranges in ADDED])
        named(font, style)
        font.save(out / f"BasiliaSans-{style}.ttf")


def font_file(packages: Path, name: str, folder: str) -> Path:
    return next((packages / name / folder).glob("*.ttf"))


def kept(font: TTFont, characters: set[int] | None) -> TTFont:
    """The font with these characters (all, where None) and the features above, without hints."""
    options = Options(layout_features=FEATURES, hinting=False, notdef_outline=True, glyph_names=True, name_IDs=["*"])
    options.drop_tables += ["meta", "STAT", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys() if characters is None else characters)
    subsetter.subset(font)
    return font


def with_pairs(font: TTFont) -> None:
    """
    Sets the ligatures of two letters as two glyphs. The first letter becomes the shape of both, as wide as its part and
    reaching over the second; the second becomes a speck as wide as the rest. So each glyph means one letter, and what
    is drawn and how wide it is stay the same.
    """
    lookups = font["GSUB"].table.LookupList.Lookup
    (required,) = {i for record in font["GSUB"].table.FeatureList.FeatureRecord if record.FeatureTag == "rlig" for i in record.Feature.LookupListIndex}
    lookup = lookups[required]
    ligatures = [
        (first, ligature.Component, ligature.LigGlyph)
        for table in lookup.SubTable
        for first, found in table.ligatures.items()
        for ligature in found
    ]
    assert all(len(rest) == 1 for _, rest, _ in ligatures)
    pairs = [(first, rest[0], shape) for first, rest, shape in ligatures]
    widths = font["hmtx"].metrics
    parts: dict[str, int] = {}
    for _, second, shape in pairs:
        parts[second] = min(parts.get(second, widths[shape][0]), widths[shape][0] // 2)

    # Ligatures that are kerned alike share the glyph of their second letter.
    rests: dict[str, str] = {}
    known: dict[tuple, str] = {}
    for _, second, shape in pairs:
        key = (second, *kern_classes(font, shape))
        rests[shape] = known.setdefault(key, f"{second}.rest{len(known)}")
        add_glyph(font, f"{shape}.pair", moved(shape, -parts[second]), widths[shape][0] - parts[second])
        add_glyph(font, rests[shape], speck(parts[second]), parts[second])
    ids = font.getReverseGlyphMap(rebuild=True)

    firsts, seconds = [], []
    for second in parts:
        shapes = {first: f"{shape}.pair" for first, other, shape in pairs if other == second}
        firsts.append(in_context([], shapes, [second], append_single(lookups, shapes, lookup.LookupFlag), ids))
    for (second, *_), rest in known.items():
        before = [f"{shape}.pair" for _, other, shape in pairs if other == second and rests[shape] == rest]
        changed = {second: rest}
        seconds.append(in_context(before, changed, [], append_single(lookups, changed, lookup.LookupFlag), ids))
    lookup.LookupType = 6
    set_tables(lookup, firsts + seconds)
    shorten_before(font, {f"{shape}.pair": shape for shape in rests}, list(known.values()), ids)
    font["GSUB"].table.LookupList.LookupCount = len(lookups)
    kern_as_before(font, rests)
    widen_for_kerns(font)
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def kern_classes(font: TTFont, shape: str) -> tuple:
    """By table of kerns, the class that the glyph has there as the first of two."""
    return tuple(
        table.ClassDef1.classDefs.get(shape, 0) if shape in table.Coverage.glyphs else None
        for table in kerns(font)
        if table.Format == 2
    )


def kerns(font: TTFont) -> list:
    """The tables that kern Arabic."""
    lookup = next(lookup for lookup in font["GPOS"].table.LookupList.Lookup if lookup.LookupType == 2 and lookup.LookupFlag & RIGHT_TO_LEFT)
    return lookup.SubTable


def shorten_before(font: TTFont, shape_of: dict[str, str], rests: list[str], ids: dict[str, int]) -> None:
    """The ligatures that get another shape before a letter with a deep bowl get it as pairs too."""
    lookups = font["GSUB"].table.LookupList.Lookup
    shapes = set(shape_of.values())
    (contextual,) = {i for record in font["GSUB"].table.FeatureList.FeatureRecord if record.FeatureTag == "calt" for i in record.Feature.LookupListIndex}
    lookup = lookups[contextual]
    before, after = lookup.SubTable[:2]
    (deep,) = before.LookAheadCoverage
    (record,) = before.SubstLookupRecord
    short = {pair: lookups[record.LookupListIndex].SubTable[0].mapping.get(shape) for pair, shape in shape_of.items()}
    short = {pair: f"{shape}.pair" for pair, shape in short.items() if shape is not None}
    assert set(before.InputCoverage[0].glyphs) & shapes == {shape_of[pair] for pair in short}
    assert set(after.BacktrackCoverage[0].glyphs) - set(before.InputCoverage[0].glyphs)
    widths = font["hmtx"].metrics
    for pair, name in short.items():
        own = name.removesuffix(".pair")
        add_glyph(font, name, moved(own, font["glyf"][pair].components[0].x), widths[own][0] + font["glyf"][pair].components[0].x)
    ids = font.getReverseGlyphMap(rebuild=True)
    shortening = in_context([], short, [], append_single(lookups, short, lookup.LookupFlag), ids)
    shortening.LookAheadCoverage = [covering(rests, ids), deep]
    shortening.LookAheadGlyphCount = 2
    bowl = in_context([], deep.glyphs, [], after.SubstLookupRecord[0].LookupListIndex, ids)
    bowl.BacktrackCoverage = [covering(rests, ids), covering(short.values(), ids)]
    bowl.BacktrackGlyphCount = 2
    set_tables(lookup, [*lookup.SubTable, shortening, bowl])


def kern_as_before(font: TTFont, rests: dict[str, str]) -> None:
    """What is kerned against a ligature is kerned against its pair: before it by the first glyph, after it by the second."""
    for table in kerns(font):
        if table.Format == 1:
            for of_first in table.PairSet:
                known = {record.SecondGlyph: record for record in of_first.PairValueRecord}
                for shape in rests.keys() & known.keys():
                    record = copy(known[shape])
                    record.SecondGlyph = f"{shape}.pair"
                    of_first.PairValueRecord.append(record)
                of_first.PairValueRecord.sort(key=lambda record: font.getGlyphID(record.SecondGlyph))
                of_first.PairValueCount = len(of_first.PairValueRecord)
            continue
        firsts, seconds = table.ClassDef1.classDefs, table.ClassDef2.classDefs
        covered = set(table.Coverage.glyphs)
        for shape, rest in rests.items():
            if shape in seconds:
                seconds[f"{shape}.pair"] = seconds[shape]
            if shape in covered:
                covered.add(rest)
                if shape in firsts:
                    firsts[rest] = firsts[shape]
        table.Coverage.glyphs = sorted(covered, key=font.getGlyphID)


def widen_for_kerns(font: TTFont) -> None:
    """
    Where kerning sets two Arabic letters apart, the first gets a glyph that is wider by as much: readers take a gap
    between two glyphs for a space.
    """
    tables = kerns(font)
    flag = next(lookup.LookupFlag for lookup in font["GPOS"].table.LookupList.Lookup if lookup.SubTable is tables)
    groups: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for first, seconds in apart(tables, font).items():
        for gap in sorted(set(seconds.values())):
            groups.setdefault((gap, tuple(second for second, own in seconds.items() if own == gap)), []).append(first)

    wide = {}
    for (gap, _), firsts in groups.items():
        for first in firsts:
            wide[first, gap] = name = f"{first}.wide{gap}"
            add_glyph(font, name, moved(first, gap), font["hmtx"][first][0] + gap)
            for table in tables:
                if table.Format == 2 and first in table.ClassDef2.classDefs:
                    table.ClassDef2.classDefs[name] = table.ClassDef2.classDefs[first]
    ids = font.getReverseGlyphMap(rebuild=True)
    lookups = font["GSUB"].table.LookupList.Lookup
    contexts = [
        in_context([], firsts, seconds, append_single(lookups, {first: wide[first, gap] for first in firsts}, flag), ids)
        for (gap, seconds), firsts in groups.items()
    ]
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 6, flag
    set_tables(lookup, contexts)
    lookups.append(lookup)
    font["GSUB"].table.LookupList.LookupCount = len(lookups)
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "calt":
            record.Feature.LookupListIndex.append(len(lookups) - 1)
            record.Feature.LookupCount += 1


def apart(tables: list, font: TTFont) -> dict[str, dict[str, int]]:
    """By first and second glyph, how far kerning sets them apart; the first table that speaks of a pair counts."""
    found: dict[str, dict[str, int]] = {}
    seen = set()
    for table in tables:
        for number, first in enumerate(table.Coverage.glyphs):
            if table.Format == 1:
                values = [(record.SecondGlyph, record.Value1) for record in table.PairSet[number].PairValueRecord]
            else:
                of_first = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
                values = [(second, of_first[own].Value1) for second, own in table.ClassDef2.classDefs.items()]
            for second, value in values:
                gap = getattr(value, "XAdvance", 0) or 0
                if (first, second) not in seen and gap >= LEAST_GAP:
                    assert value.XPlacement == gap
                    found.setdefault(first, {})[second] = gap
                seen.add((first, second))
            if table.Format == 2:
                seen.update((first, second) for second in font.getGlyphOrder())
    return found


def with_mark_of_absence(font: TTFont) -> None:
    """A hollow box, which stands for a character that no font here has."""
    pen = TTGlyphPen(None)
    for left, low, right, high, turns in ((70, -60, 490, 700, 1), (120, -10, 440, 650, -1)):
        corners = [(left, low), (left, high), (right, high), (right, low)][::turns]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    add_glyph(font, "absent", pen.glyph(), 560)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ABSENT] = "absent"


def add_glyph(font: TTFont, name: str, glyph: Glyph, width: int) -> None:
    if name in font["glyf"].glyphs:
        return
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1


def moved(shape: str, x: int) -> Glyph:
    component = GlyphComponent()
    component.glyphName, component.x, component.y, component.flags = shape, x, 0, 0x0004
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, [component]
    return glyph


def speck(width: int) -> Glyph:
    """Two dots too small to see, which give the glyph its extent."""
    pen = TTGlyphPen(None)
    for x, y in ((0, 0), (width - 2 * SPECK, SPECK_HEIGHT)):
        pen.moveTo((x, y))
        pen.lineTo((x, y + SPECK))
        pen.lineTo((x + SPECK, y))
        pen.closePath()
    return pen.glyph()


def append_single(lookups: list, mapping: dict[str, str], flag: int) -> int:
    table = otTables.SingleSubst()
    table.mapping = mapping
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable, lookup.SubTableCount = 1, flag, [table], 1
    lookups.append(lookup)
    return len(lookups) - 1


def in_context(before: list[str], changed, after: list[str], lookup: int, ids: dict[str, int]):
    """The lookup, on one glyph of `changed` that stands between one of `before` and one of `after`."""
    table = otTables.ChainContextSubst()
    table.Format = 3
    for part, glyphs in (("Backtrack", before), ("Input", changed), ("LookAhead", after)):
        coverages = [covering(glyphs, ids)] if glyphs else []
        setattr(table, f"{part}Coverage", coverages)
        setattr(table, f"{part}GlyphCount", len(coverages))
    record = otTables.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, lookup
    table.SubstLookupRecord, table.SubstCount = [record], 1
    return table


def covering(glyphs, ids: dict[str, int]):
    coverage = otTables.Coverage()
    coverage.glyphs = sorted(set(glyphs), key=ids.__getitem__)
    return coverage


def set_tables(lookup, tables: list) -> None:
    lookup.SubTable, lookup.SubTableCount = tables, len(tables)


def merged(base: TTFont, added: list) -> TTFont:
    """One font of all; measures of lines stay those of the base."""
    has = set(base.getBestCmap())
    with tempfile.TemporaryDirectory() as folder:
        paths = [f"{folder}/base.ttf"]
        base.save(paths[0])
        for packages, name, weight, ranges in added:
            font = TTFont(font_file(packages, name, weight))
            assert font["head"].unitsPerEm == base["head"].unitsPerEm
            wanted = {c for c in font.getBestCmap() if any(low <= c <= high for low, high in ranges)} - has
            has |= wanted
            kept(font, wanted)
            paths.append(f"{folder}/{name}.ttf")
            font.save(paths[-1])
        font = Merger().merge(paths)
    for table, fields in (
        ("hhea", ("ascent", "descent", "lineGap")),
        ("OS/2", ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent", "sxHeight", "sCapHeight", "usWeightClass", "fsSelection", "xAvgCharWidth")),
        ("post", ("underlinePosition", "underlineThickness")),
        ("head", ("created", "modified", "fontRevision", "macStyle")),
    ):
        for field in fields:
            setattr(font[table], field, getattr(base[table], field))
    return font


def named(font: TTFont, style: str) -> None:
    font.recalcTimestamp = False
    copyright = "Copyright 2019 IBM Corp. All rights reserved. Copyright 2022-2024 The Noto Project Authors. Changed for Basilia Overlay."
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    licence = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
    table = font["name"]
    table.names = []
    for name, text in {
        0: copyright,
        1: FAMILY if style == "Regular" else f"{FAMILY} {style}",
        2: "Regular",
        3: f"1.000;{postscript}",
        4: f"{FAMILY} {style}",
        5: "Version 1.000",
        6: postscript,
        13: licence,
        14: "https://openfontlicense.org",
        16: FAMILY,
        17: style,
    }.items():
        table.setName(text, name, 3, 1, 0x409)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
