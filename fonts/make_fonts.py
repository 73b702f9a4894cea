#!/usr/bin/env python3
"""Makes the fonts of mien-fonts, and the small ones of core's tests, out of packages of the npm registry.

Needs npm and fontTools 4.38 (Debian: python3-fonttools). Run in this folder: python3 make_fonts.py
Only outlines, metrics, kerning and the substitutions that Mien applies are kept: no hinting, since letters are drawn large.
"""
import glob
import io
import json
import os
import re
import subprocess
import tarfile
import tempfile
import xml.etree.ElementTree as ET

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Identity, Transform
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.pointInsidePen import PointInsidePen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path import SVGPath, parse_path
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

HERE = os.path.dirname(os.path.abspath(__file__))
BUNDLE = os.path.join(HERE, "src/main/resources/io/github/mien/fonts")
TESTS = os.path.join(HERE, "../core/src/test/resources/io/github/mien/meme")

PACKAGES = {
    "anton": "@expo-google-fonts/anton@0.4.2",
    "oswald": "@expo-google-fonts/oswald@0.4.2",
    "sc": "@expo-google-fonts/noto-sans-sc@0.4.3",
    "jp": "@expo-google-fonts/noto-sans-jp@0.4.3",
    "kr": "@expo-google-fonts/noto-sans-kr@0.4.3",
    "lalezar": "@expo-google-fonts/lalezar@0.2.3",
    "emoji": "@iconify-json/fluent-emoji-flat@1.2.6",
}


def fetch(folder):
    """Unpacks each package; returns its path by short name."""
    paths = {}
    for name, package in PACKAGES.items():
        target = os.path.join(folder, name)
        os.makedirs(target)
        tarball = subprocess.run(
            ["npm", "pack", "--silent", "--pack-destination", target, package], check=True, capture_output=True, text=True
        ).stdout.strip()
        with tarfile.open(os.path.join(target, tarball.split("\n")[-1])) as archive:
            archive.extractall(target)
        paths[name] = os.path.join(target, "package")
    return paths


def ttf(folder, ending):
    return glob.glob(os.path.join(folder, "**", "*" + ending), recursive=True)[0]


def encodable(*codecs):
    """Characters that any of the codecs has."""
    found = set()
    for code in range(0x20, 0x30000):
        if 0xD800 <= code < 0xE000:
            continue
        for codec in codecs:
            try:
                chr(code).encode(codec)
                found.add(code)
                break
            except UnicodeEncodeError:
                pass
    return found


def kerning(font):
    """The pairs of GPOS's kern feature as (left, right) -> units, classes written out."""
    pairs = {}
    table = font["GPOS"].table
    wanted = {i for r in table.FeatureList.FeatureRecord if r.FeatureTag == "kern" for i in r.Feature.LookupListIndex}
    for index in sorted(wanted):
        for sub in table.LookupList.Lookup[index].SubTable:
            sub = getattr(sub, "ExtSubTable", sub)
            if sub.LookupType != 2:
                continue
            lefts = sub.Coverage.glyphs
            if sub.Format == 1:
                for left, rows in zip(lefts, sub.PairSet):
                    for row in rows.PairValueRecord:
                        pairs.setdefault((left, row.SecondGlyph), row.Value1.XAdvance if row.Value1 else 0)
            else:
                rights = sub.ClassDef2.classDefs
                for left in lefts:
                    row = sub.Class1Record[sub.ClassDef1.classDefs.get(left, 0)].Class2Record
                    for right, second in rights.items():
                        value = row[second].Value1
                        units = getattr(value, "XAdvance", 0) if value else 0
                        if units:
                            pairs.setdefault((left, right), units)
    return {pair: units for pair, units in pairs.items() if units}


def without_name_of_god(font):
    """Lalezar's ligature of alef, lam, lam, heh lacks the alef: spelt out, it has all letters."""
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for sub in lookup.SubTable:
            for ligature_set in getattr(sub, "ligatures", {}).values():
                ligature_set[:] = [l for l in ligature_set if l.LigGlyph != "uniFDF2"]
    return font


def small(path, characters, features=(), kerned=None, change=lambda font: font):
    """A subset without hinting. kerned: the characters whose pairs go to a kern table. change: applied before."""
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    options.layout_features = list(features) + (["kern"] if kerned else [])
    options.drop_tables += ["BASE", "STAT", "VORG", "vmtx", "vhea", "GDEF"] + ([] if features else ["GSUB"])
    if not kerned:
        options.drop_tables += ["GPOS"]
    font = change(subset.load_font(path, options))
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=set(characters) & set(font.getBestCmap()))
    subsetter.subset(font)
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format != 14]  # variants chosen by selectors: not read
    if kerned:
        cmap = font.getBestCmap()
        glyphs = {cmap[c] for c in kerned if c in cmap}
        old = KernTable_format_0()
        old.coverage, old.apple, old.version, old.format, old.tupleIndex = 1, False, 0, 0, None
        old.kernTable = {p: u for p, u in kerning(font).items() if p[0] in glyphs and p[1] in glyphs}
        font["kern"] = newTable("kern")
        font["kern"].version = 0
        font["kern"].kernTables = [old]
        del font["GPOS"]
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()


def postscript(data):
    """The same letters with cubic outlines (CFF), as .otf files have them."""
    font = TTFont(io.BytesIO(data))
    glyphs, metrics = font.getGlyphSet(), font["hmtx"].metrics
    outlines = {}
    for name in font.getGlyphOrder():
        pen = T2CharStringPen(metrics[name][0], glyphs)
        glyphs[name].draw(pen)
        outlines[name] = pen.getCharString()
    made = FontBuilder(font["head"].unitsPerEm, isTTF=False)
    made.setupGlyphOrder(font.getGlyphOrder())
    made.setupCharacterMap(font.getBestCmap())
    made.setupCFF("Test", {}, outlines, {})
    made.setupHorizontalMetrics(metrics)
    made.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    made.setupNameTable({"familyName": "Test", "styleName": "Regular", "copyright": font["name"].getDebugName(0)})
    made.setupOS2()
    made.setupPost()
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as out:
        out.write(data)
    print(os.path.relpath(path, HERE), len(data))


# ---- Emoji: flat pictures in SVG become layers of outlines in a font (OpenType COLR, version 0)

EM = 1024
UNIT = EM / 32  # The pictures have 32 x 32 units
DOWN = 100  # of the picture's lower edge below the baseline


class Flat:
    """The layers of one picture: (outline, colour, opacity), back to front."""

    def __init__(self, body):
        root = ET.fromstring('<svg xmlns:xlink="http://www.w3.org/1999/xlink">' + body + "</svg>")
        self.ids = {e.get("id"): e for e in root.iter() if e.get("id")}
        self.layers = []
        self.walk(root, Identity, "#000000", 1.0)

    def walk(self, element, matrix, fill, opacity):
        tag = element.tag.split("}")[-1]
        if tag in ("defs", "clipPath", "filter", "linearGradient", "radialGradient"):
            return
        if element.get("transform"):
            matrix = matrix.transform(transform(element.get("transform")))
        fill = element.get("fill", fill)
        opacity *= float(element.get("opacity", 1)) * float(element.get("fill-opacity", 1))
        if tag == "use":
            self.walk(self.ids[element.get("{http://www.w3.org/1999/xlink}href", element.get("href"))[1:]], matrix, fill, opacity)
        if fill.startswith("url("):
            stops = [s.get("stop-color") for s in self.ids[fill[5:-1]].iter() if s.get("stop-color")]
            fill = stops[0] if stops else "none"
        if tag in ("path", "ellipse", "circle", "rect") and fill != "none":
            pen = RecordingPen()
            moved = TransformPen(pen, matrix)
            if tag == "path":
                # fontTools expects a move after each closed contour; SVG does not ask for one.
                closed_once = re.sub(r"[zZ]\s*(?=[zZ])", "", element.get("d"))
                parse_path(re.sub(r"([zZ])\s*(?=[^\smMzZ])", r"\1m0 0", closed_once), moved)
            else:
                lone = ET.Element("svg")
                lone.append(ET.Element(tag, {k: v for k, v in element.attrib.items() if k != "transform"}))
                shape = SVGPath()
                shape.root = lone
                shape.transform = Identity
                shape.draw(moved)
            self.layers.append((contours(pen, element.get("fill-rule") == "evenodd"), colour(fill), opacity))
        for child in element:
            self.walk(child, matrix, fill, opacity)


def transform(text):
    matrix = Identity
    for name, arguments in re.findall(r"(\w+)\(([^)]*)\)", text):
        n = [float(v) for v in re.split(r"[ ,]+", arguments.strip())]
        if name == "matrix":
            matrix = matrix.transform(Transform(*n))
        elif name == "translate":
            matrix = matrix.translate(*n)
        elif name == "scale":
            matrix = matrix.scale(*n)
        elif name == "rotate":
            centre = n[1:] or [0, 0]
            matrix = matrix.translate(*centre).rotate(n[0] * 3.141592653589793 / 180).translate(-centre[0], -centre[1])
    return matrix


def colour(text):
    text = {"white": "#ffffff", "black": "#000000"}.get(text, text).lstrip("#")
    if len(text) == 3:
        text = "".join(c * 2 for c in text)
    return tuple(int(text[i : i + 2], 16) for i in (0, 2, 4))


def contours(pen, even_odd):
    """Closed contours; under the even-odd rule turned so that the non-zero rule fills the same."""
    single, all_contours = [], []
    for operator, points in pen.value:
        single.append((operator, points))
        if operator in ("closePath", "endPath"):
            all_contours.append([(o if o != "endPath" else "closePath", p) for o, p in single])
            single = []
    if not even_odd:
        return all_contours
    turned = []
    for contour in all_contours:
        start = contour[0][1][0]
        depth = 0
        for other in all_contours:
            if other is not contour:
                inside = PointInsidePen(None, start)
                replay(other, inside)
                depth += bool(inside.getWinding())
        area = AreaPen(None)
        replay(contour, area)
        if (area.value > 0) != (depth % 2 == 0):
            recorded = RecordingPen()
            replay(contour, ReverseContourPen(recorded))
            contour = recorded.value
        turned.append(contour)
    return turned


def replay(contour, pen):
    for operator, points in contour:
        getattr(pen, operator)(*points)


def outline(all_contours):
    pen = TTGlyphPen(None)
    placed = TransformPen(Cu2QuPen(pen, max_err=1.5), Transform(UNIT, 0, 0, -UNIT, 0, EM - DOWN))
    for contour in all_contours:
        replay(contour, placed)
    return pen.glyph()


def emoji_font(folder, wanted=None):
    """All pictures, or those of the sequences wanted, as one font."""
    icons = json.load(open(os.path.join(folder, "icons.json")))["icons"]
    sequences = {}
    for key, icon in json.load(open(os.path.join(folder, "chars.json"))).items():
        codes = tuple(c for c in (int(part, 16) for part in key.split("-")) if c != 0xFE0F)
        if icon in icons and (wanted is None or codes in wanted):
            sequences[codes] = icon
    glyphs = {".notdef": TTGlyphPen(None).glyph()}
    advances = {".notdef": (EM, 0)}
    cmap, ligatures, colours, palette, shapes = {}, [], {}, {}, {}
    for codes in sorted(sequences):
        for code in codes:
            if code not in cmap:
                cmap[code] = "u%X" % code
                glyphs[cmap[code]] = TTGlyphPen(None).glyph()
                advances[cmap[code]] = (0, 0)
    for codes in sorted(sequences):
        name = "_".join("u%X" % code for code in codes)
        if len(codes) > 1:
            ligatures.append((codes, name))
        layers = []
        for all_contours, rgb, opacity in Flat(icons[sequences[codes]]["body"]).layers:
            glyph = outline(all_contours)
            glyph.recalcBounds(None)
            if glyph.numberOfContours == 0:
                continue
            bits = glyph.compile(None)
            if bits not in shapes:
                shapes[bits] = "layer%d" % len(shapes)
                glyphs[shapes[bits]] = glyph
                # Readers shift an outline so that it begins at the side bearing.
                advances[shapes[bits]] = (EM, glyph.xMin)
            entry = tuple(v / 255 for v in rgb) + (round(opacity, 2),)
            layers.append((shapes[bits], palette.setdefault(entry, len(palette))))
        glyphs[name] = TTGlyphPen(None).glyph()
        advances[name] = (EM, 0)
        colours[name] = layers
    font = FontBuilder(EM, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap(cmap)
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(advances)
    font.setupHorizontalHeader(ascent=EM - DOWN, descent=-DOWN)
    font.setupNameTable(
        {"familyName": "Fluent Emoji Flat", "styleName": "Regular", "copyright": "Copyright (c) Microsoft Corporation. MIT License."}
    )
    font.setupOS2()
    font.setupPost(keepGlyphNames=False)
    font.setupCOLR(colours, version=0)
    font.setupCPAL([list(palette)])
    rules = "".join(
        "sub %s by %s;\n" % (" ".join("u%X" % c for c in codes), name)
        for codes, name in sorted(ligatures, key=lambda l: -len(l[0]))
    )
    if rules:
        font.addOpenTypeFeatures("languagesystem DFLT dflt;\nfeature ccmp {\n" + rules + "} ccmp;\n")
    data = io.BytesIO()
    font.save(data)
    return data.getvalue()


def main():
    latin = set(range(0x20, 0x250)) | set(range(0x1E00, 0x1F00)) | set(range(0x2000, 0x2200))
    cyrillic = set(range(0x400, 0x530))
    arabic = set(range(0x600, 0x700)) | set(range(0x750, 0x780)) | set(range(0xFB50, 0xFE00)) | set(range(0xFE70, 0xFF00))
    joining = ["init", "medi", "fina", "rlig"]
    hangul = set(range(0x1100, 0x1200)) | set(range(0x3130, 0x3190)) | set(range(0xAC00, 0xD7A4))
    ideographs = {c for c in encodable("gbk", "big5", "shift_jis") if c >= 0x2000}
    japanese = {c for c in encodable("cp932") if c >= 0x2000} | set(range(0x3041, 0x3100)) | set(range(0x31F0, 0x3200))
    with tempfile.TemporaryDirectory() as folder:
        packages = fetch(folder)
        anton = ttf(packages["anton"], "Anton_400Regular.ttf")
        oswald = ttf(packages["oswald"], "Oswald_700Bold.ttf")
        sc = ttf(packages["sc"], "NotoSansSC_900Black.ttf")
        jp = ttf(packages["jp"], "NotoSansJP_900Black.ttf")
        kr = ttf(packages["kr"], "NotoSansKR_900Black.ttf")
        lalezar = ttf(packages["lalezar"], "Lalezar_400Regular.ttf")
        printable = set(range(0x21, 0x7F)) | set(range(0xC0, 0x100))
        write(os.path.join(BUNDLE, "anton.ttf"), small(anton, latin, kerned=printable))
        write(os.path.join(BUNDLE, "oswald.ttf"), small(oswald, cyrillic, kerned=set(range(0x400, 0x460))))
        write(os.path.join(BUNDLE, "noto-sans-sc.ttf"), small(sc, ideographs | set(range(0x370, 0x400))))
        write(os.path.join(BUNDLE, "noto-sans-jp.ttf"), small(jp, japanese))
        write(os.path.join(BUNDLE, "noto-sans-kr.ttf"), small(kr, hangul))
        write(os.path.join(BUNDLE, "lalezar.ttf"), small(lalezar, arabic, joining, change=without_name_of_god))
        write(os.path.join(BUNDLE, "emoji.ttf"), emoji_font(packages["emoji"]))

        write(os.path.join(TESTS, "latin.ttf"), small(anton, range(0x20, 0x7F), kerned=set(range(0x21, 0x7F))))
        write(os.path.join(TESTS, "latin.otf"), postscript(small(anton, map(ord, "OK"))))
        write(os.path.join(TESTS, "cjk.ttf"), small(sc, map(ord, "我太难了今天不想上班，。！？「」（）カっきョゃん日本語テスト、ー")))
        write(os.path.join(TESTS, "korean.ttf"), small(kr, map(ord, "오늘은일하기싫어요정말로가나다라")))
        write(os.path.join(TESTS, "arabic.ttf"), small(lalezar, map(ord, "أنالاأريدالعملاليومسلام،؟"), joining, change=without_name_of_god))
        faces = {(0x1F602,), (0x1F468,), (0x1F4BB,), (0x1F468, 0x200D, 0x1F4BB), (0x1F44D,), (0x1F44D, 0x1F3FD), (0x2764,)}
        write(os.path.join(TESTS, "emoji.ttf"), emoji_font(packages["emoji"], faces))


if __name__ == "__main__":
    main()
