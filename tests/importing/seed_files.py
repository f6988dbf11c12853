"""Small valid files of every format that is read, from one interview and one survey."""

import csv
import json
import struct
import zipfile
import zlib
from datetime import UTC, datetime
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlab.pdfgen.canvas import Canvas

from importing.docx_building import p, r, tbl, tc, tr, write_docx

TALK = (
    ("Intervjuer", "Hvordan begynte arbeidet med målene i kommunen?"),
    ("Berit", "Det begynte med et budsjett som sprakk. Vi visste ikke hva vi fikk igjen – for pengene."),
    ("Intervjuer", "Ble de ansatte spurt?"),
    ("Halvor", "De ble hørt 😀, men de fikk ikke velge. Jeg kaller det medvirkning likevel."),
)

# Texts ------------------------------------------------------------------------------------------------------------


def plain_text():
    head = "Intervju om mål og tillit\n\n1. Hvordan begynte det?\n\n"
    return (head + "\n\n".join(f"{name}: {said}" for name, said in TALK)).encode()


def markdown():
    table = "| Tiltak | Frist |\n|---|---|\n| Opplæring | juni |\n"
    said = "\n\n".join(f"**{name}:** {words}" for name, words in TALK)
    return f"# Intervju\n\n## Første del\n\n- ett punkt\n- *to* punkter\n\n{table}\n{said}\n".encode()


def html():
    said = "".join(f"<p><b>{name}:</b> {words}</p>" for name, words in TALK)
    table = "<table><tr><th>Tiltak<th>Frist<tr><td>Opplæring<td>juni</table>"
    head = "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Intervju</title><style>p{}</style></head>"
    return f"{head}<body><h1>Intervju</h1>{said}<ul><li>ett<li>to</ul>{table}&aring;&#230;</body></html>".encode()


def rtf():
    said = "".join(rf"{{\b {name}:}} {escape_rtf(words)}\par " for name, words in TALK)
    fonts = r"{\fonttbl{\f0\fswiss Arial;}}{\info{\title Intervju}}"
    table = r"\trowd\cellx2000\cellx4000\intbl Tiltak\cell Frist\cell\row\pard "
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}\pard\f0 {said}{table}}}".encode("ascii")


def escape_rtf(words):
    units = struct.unpack(f"<{len(words.encode('utf-16-le')) // 2}h", words.encode("utf-16-le"))
    return "".join(chr(unit) if 31 < unit < 127 else rf"\u{unit}?" for unit in units)


def vtt():
    cues = "".join(
        f"{number}\n00:00:{4 * number:02}.000 --> 00:00:{4 * number + 3:02}.500\n<v {name}>{words}</v>\n\n"
        for number, (name, words) in enumerate(TALK)
    )
    return f"WEBVTT\n\nNOTE Opptak fra mai\n\n{cues}".encode()


def srt():
    return "".join(
        f"{number}\n00:00:{4 * number:02},000 --> 00:00:{4 * number + 3:02},500\n{name}: {words}\n\n"
        for number, (name, words) in enumerate(TALK, start=1)
    ).encode()


def whisper_json():
    segments = [
        {"id": number, "start": 4.0 * number, "end": 4.0 * number + 3.5, "text": f" {words}", "speaker": name}
        for number, (name, words) in enumerate(TALK)
    ]
    text = " ".join(words for _, words in TALK)
    return json.dumps({"text": text, "segments": segments, "language": "no"}, ensure_ascii=False).encode()


def whisper_tsv():
    rows = "".join(f"{4000 * number}\t{4000 * number + 3500}\t{words}\n" for number, (_, words) in enumerate(TALK))
    return f"start\tend\ttext\n{rows}".encode()


SURVEY = [
    ["Navn", "Enhet", "Alder", "Hva mener du om målene i kommunen?"],
    ["Berit", "Ledelse", "51", "De er for mange, og ingen av dem er våre egne. Vi rekker dem aldri."],
    ["Halvor", "Ledelse", "47", "Målene er bra, men ikke når de kommer fra staben på e-post en fredag."],
    ["Tove", "Ansatte", "33", "Jeg husker dem ikke, «ærlig talt»; de henger på veggen."],
]


def survey_csv():
    text = StringIO()
    csv.writer(text, delimiter=";").writerows(SURVEY)
    return text.getvalue().encode()


# Packages ---------------------------------------------------------------------------------------------------------


def survey_xlsx():
    from xlsxwriter import Workbook

    content = BytesIO()
    with Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(2026, 5, 3, tzinfo=UTC)})
        sheet = workbook.add_worksheet("Svar")
        for number, row in enumerate(SURVEY):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def docx():
    said = "".join(p() + f"<w:p>{r(f'{name}: ', '<w:b/>')}{r(words)}</w:p>" for name, words in TALK)
    heading = p("Intervju", "<w:pStyle w:val='H1'/>")
    item = p("ett punkt", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")
    note = "<w:p><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    table = tbl(tr(tc(p("Tiltak")), tc(p("Frist"))), tr(tc(p("Opplæring")), tc(p("juni"))))
    style = "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/></w:style>"
    level = "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    numbering = (
        f"<w:abstractNum w:abstractNumId='1'>{level}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    )
    with TemporaryDirectory() as folder:
        path = write_docx(
            Path(folder) / "a.docx",
            heading + item + said + note + table,
            styles=style,
            numbering=numbering,
            footnotes=f"<w:footnote w:id='2'>{p('Om mål, se planen.')}</w:footnote>",
        )
        return package(unpack(path.read_bytes()))  # the time of writing goes


ODT_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"))
)


def odt_content(body):
    return (
        f'<?xml version="1.0"?><office:document-content {ODT_NAMESPACES} office:version="1.3"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )


def odt():
    said = "".join(f"<text:p>{name}:<text:s text:c='1'/>{words}</text:p>" for name, words in TALK)
    items = "<text:list><text:list-item><text:p>ett punkt</text:p></text:list-item></text:list>"
    cells = "<table:table-cell><text:p>Tiltak</text:p></table:table-cell>" * 2
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    body = f"<text:h text:outline-level='1'>Intervju</text:h>{said}{items}{table}"
    return package({"content.xml": odt_content(body).encode()}, mimetype="application/vnd.oasis.opendocument.text")


def package(members, mimetype=""):
    """Return a zip file of members by name; `mimetype` comes first and unpacked, as odt wants it."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as written:
        if mimetype:
            written.writestr(zipfile.ZipInfo("mimetype"), mimetype, zipfile.ZIP_STORED)
        for name, member in members.items():
            written.writestr(zipfile.ZipInfo(name), member, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def unpack(content):
    with zipfile.ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def pdf(*, compressed=False):
    content = BytesIO()
    canvas = Canvas(content, pagesize=(595, 842), pageCompression=int(compressed), invariant=1)
    for number in range(3):
        canvas.addPageLabel(number, style="ARABIC", start=4)
        canvas.drawString(72, 800, "Lillevik kommune")
        for row, (name, said) in enumerate(TALK):
            canvas.drawString(72, 700 - 40 * row, f"{name}: {said[:40]}-")
            canvas.drawString(72, 686 - 40 * row, said[40:].replace("😀", ""))
        canvas.line(72, 300, 300, 300)
        canvas.showPage()
    canvas.save()
    return content.getvalue()


def raw_pdf(drawn, **others):
    """Return a PDF of one page with what is drawn on it, and objects of one's own by number, such as `o6`.

    The font is F and object 5, object 6 is the form X.
    """
    objects = {
        "o1": b"<< /Type /Catalog /Pages 2 0 R >>",
        "o2": b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "o3": b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>",
        "o4": pdf_stream(drawn),
        "o5": b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **others,
    }
    body = b"".join(b"%s 0 obj\n%s\nendobj\n" % (name[1:].encode(), held) for name, held in objects.items())
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R >>\n%%EOF"


def pdf_stream(content, more=b"", times=1):
    """Return a stream that is compressed so many times."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * times
    return b"<< /Filter [%s] /Length %d %s>>\nstream\n%s\nendstream" % (filters, len(content), more, content)


TEXT_SEEDS = {
    ".txt": plain_text,
    ".md": markdown,
    ".html": html,
    ".rtf": rtf,
    ".vtt": vtt,
    ".srt": srt,
    ".json": whisper_json,
    ".tsv": whisper_tsv,
    ".csv": survey_csv,
}
PACKAGE_SEEDS = {".docx": docx, ".odt": odt, ".xlsx": survey_xlsx}
SEEDS = {**TEXT_SEEDS, **PACKAGE_SEEDS, ".pdf": pdf}


@cache
def seed_of(suffix):
    """Return the valid file of a format."""
    return SEEDS[suffix]()
