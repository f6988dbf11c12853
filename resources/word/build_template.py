"""Builds `matrix_template.docx`: an empty A4 document in bokmål with the styles of the exports.

Run it from anywhere after changing a style: `python resources/word/build_template.py`.
The frame is python-docx's default template without its thumbnail, its two hundred styles and its US Letter page.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.shared import Twips

TARGET = Path(__file__).with_name("matrix_template.docx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "Arial"  # on Windows and macOS; Liberation Sans, which Linux has, is as wide
INK2, INK3, REFERENCE, RULE, HAIR = "3F4C49", "5A6865", "0A5F6E", "5A6865", "C3CCCA"

DEFAULTS = f"""
<w:docDefaults {W}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>
    <w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="nb-NO" w:eastAsia="nb-NO" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""

SETTINGS = f"""
<w:settings {W}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="708"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
  </w:compat>
  <w:themeFontLang w:val="nb-NO"/>
  <w:decimalSymbol w:val=","/>
  <w:listSeparator w:val=";"/>
</w:settings>"""


def bold(size: int | None = None, color: str = "") -> str:
    return "<w:b/>" + letters(size, color)


def italic(size: int | None = None, color: str = "") -> str:
    return "<w:i/>" + letters(size, color)


def letters(size: int | None = None, color: str = "") -> str:
    """Return size in half points, and colour."""
    parts = f'<w:color w:val="{color}"/>' if color else ""
    return parts + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")


def spacing(before: int, after: int, line: int = 240) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def paragraph_style(identity: str, name: str, based_on: str, paragraph: str = "", characters: str = "") -> str:
    own = ' w:customStyle="1"' if identity.startswith("Kodebenk") else ""
    return f"""
<w:style {W} w:type="paragraph" w:styleId="{identity}"{own}>
  <w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/><w:qFormat/>
  <w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr>
</w:style>"""


def character_style(identity: str, name: str, characters: str) -> str:
    return f"""
<w:style {W} w:type="character" w:customStyle="1" w:styleId="{identity}">
  <w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{characters}</w:rPr>
</w:style>"""


def heading(level: int, size: int) -> str:
    layout = f'<w:keepNext/><w:keepLines/>{spacing(240, 80)}<w:outlineLvl w:val="{level - 1}"/>'
    return paragraph_style(f"Heading{level}", f"heading {level}", "Normal", layout, bold(size))


BUILT_IN = [
    f'<w:style {W} w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    f"""<w:style {W} w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
      <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>""",
    f"""<w:style {W} w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
      <w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
      <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
      <w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>""",
    f"""<w:style {W} w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>
      <w:uiPriority w:val="99"/><w:semiHidden/></w:style>""",
    heading(1, 28),
    heading(2, 24),
    heading(3, 21),
    paragraph_style("Title", "Title", "Normal", spacing(0, 160), bold(36)),
    paragraph_style("Caption", "caption", "Normal", f"<w:keepNext/>{spacing(0, 100)}", bold(20)),
    paragraph_style("Header", "header", "Normal", spacing(0, 0), letters(16, INK3)),
    paragraph_style("Footer", "footer", "Normal", f'{spacing(0, 0)}<w:jc w:val="right"/>', letters(16, INK3)),
]

OWN = [
    paragraph_style("KodebenkCelle", "Kodebenk tabell celle", "Normal", spacing(0, 40), letters(17)),
    paragraph_style(
        "KodebenkKolonnegruppe", "Kodebenk tabell kolonnegruppe", "KodebenkCelle", "<w:keepNext/>", letters(17, INK2)
    ),
    paragraph_style("KodebenkKolonnehode", "Kodebenk tabell kolonnehode", "KodebenkCelle", "<w:keepNext/>", bold()),
    paragraph_style("KodebenkTall", "Kodebenk tabell tall", "KodebenkCelle", "<w:keepNext/>", letters(16, INK2)),
    paragraph_style("KodebenkVerdi", "Kodebenk tabell verdi", "KodebenkCelle", '<w:jc w:val="right"/>'),
    paragraph_style("KodebenkRadhode", "Kodebenk tabell radhode", "KodebenkCelle", "", bold()),
    paragraph_style("KodebenkRadtekst", "Kodebenk tabell radtekst", "KodebenkCelle", "", letters(16, INK2)),
    paragraph_style("KodebenkBand", "Kodebenk tabell bånd", "KodebenkCelle", "<w:keepNext/>", bold()),
    paragraph_style("KodebenkTilstand", "Kodebenk tabell tilstand", "KodebenkCelle", "", italic(17, INK2)),
    paragraph_style("KodebenkSitat", "Kodebenk tabell sitat", "KodebenkCelle", spacing(0, 60)),
    paragraph_style("KodebenkHoldning", "Kodebenk tabell holdning", "KodebenkCelle", '<w:jc w:val="right"/>', bold(16)),
    paragraph_style("KodebenkVarsel", "Kodebenk tabell varsel", "KodebenkCelle", "", italic(16, INK3)),
    paragraph_style("KodebenkNote", "Kodebenk tabell note", "Normal", spacing(0, 30), letters(16)),
    paragraph_style("KodebenkTegnforklaring", "Kodebenk tabell tegnforklaring", "KodebenkNote", spacing(100, 30)),
    paragraph_style("KodebenkDefinisjon", "Kodebenk kodebok tekst", "Normal", f'{spacing(0, 60)}<w:ind w:left="284"/>'),
    character_style("KodebenkHenvisning", "Kodebenk henvisning", letters(16, REFERENCE)),
    character_style("KodebenkMerke", "Kodebenk merke", italic(16, INK3)),
    character_style("KodebenkLedetekst", "Kodebenk ledetekst", "<w:b/>"),
    f"""
<w:style {W} w:type="table" w:customStyle="1" w:styleId="KodebenkTabell">
  <w:name w:val="Kodebenk tabell"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="{RULE}"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{RULE}"/>
      <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>
      <w:insideV w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
      <w:bottom w:w="20" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
</w:style>""",
    f"""
<w:style {W} w:type="table" w:customStyle="1" w:styleId="KodebenkTrelinjet">
  <w:name w:val="Kodebenk tabell trelinjet"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
  <w:tblPr>
    <w:tblBorders>
      <w:top w:val="single" w:sz="8" w:space="0" w:color="{RULE}"/>
      <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{RULE}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="50" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>
      <w:bottom w:w="20" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
</w:style>""",
]


def replace_children(element, *replacements):
    for child in list(element):
        element.remove(child)
    element.extend(replacements)


def drop_parts(relationships, *kinds):
    for identity in [key for key, one in relationships.items() if one.reltype.rpartition("/")[2] in kinds]:
        relationships.pop(identity)


def build() -> None:
    document = docx.Document()
    drop_parts(document.part.package.rels, "thumbnail")
    drop_parts(document.part.rels, "stylesWithEffects", "customXml", "numbering", "webSettings", "fontTable", "theme")
    replace_children(document.styles.element, *map(parse_xml, [DEFAULTS, *BUILT_IN, *OWN]))
    replace_children(document.settings.element, *parse_xml(SETTINGS))
    section = document.sections[0]
    section.page_width, section.page_height = Twips(11906), Twips(16838)
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.title = properties.subject = properties.category = ""
    properties.language = "nb-NO"
    properties.revision = 1
    properties.created = properties.modified = datetime(2026, 1, 1)
    document.save(str(TARGET))


if __name__ == "__main__":
    build()
