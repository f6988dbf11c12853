"""OpenDocument texts as raw XML, for what no library writes."""

import zipfile

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}{name}:1.0"'
    for prefix, name in [
        ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    ]
)  # fmt: skip
_LOEXT = "xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
LISTS = """
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="L2">
  <text:list-level-style-bullet text:level="1" text:bullet-char="-"/>
  <text:list-level-style-bullet text:level="2" text:bullet-char="o"/>
</text:list-style>
<text:list-style style:name="L3">
  <text:list-level-style-number text:level="1" style:num-format="i" loext:num-list-format="(%1%)"/>
  <text:list-level-style-number text:level="2" style:num-format=""/>
</text:list-style>"""


def p(inner="", style=""):
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{inner}</text:p>"


def h(inner, level=1, attributes=""):
    return f'<text:h text:outline-level="{level}" {attributes}>{inner}</text:h>'


def items(*inner, style="", attributes=""):
    """A list with an item around each of its parts."""
    named = f' text:style-name="{style}"' if style else ""
    listed = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f"<text:list{named} {attributes}>{listed}</text:list>"


def tc(inner, attributes=""):
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


def tr(*cells, attributes=""):
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def tbl(*rows):
    return f"<table:table><table:table-column/>{''.join(rows)}</table:table>"


def style(name, inner="", family="paragraph", attributes=""):
    return f'<style:style style:name="{name}" style:family="{family}" {attributes}>{inner}</style:style>'


def write_odt(path, body, automatic="", common="", masters="", manifest="", media_type=MEDIA_TYPE):
    """Write a package with the content of `office:text`, and styles."""

    def part(root, inner):
        return f"<?xml version='1.0' encoding='UTF-8'?><office:{root} {_NAMESPACES} {_LOEXT}>{inner}</office:{root}>"

    content = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", media_type)
        package.writestr("content.xml", part("document-content", content))
        package.writestr("styles.xml", part("document-styles", f"<office:styles>{common}</office:styles>{masters}"))
        package.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return path
