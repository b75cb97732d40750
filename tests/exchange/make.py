"""Makes the office documents of this folder: python3 make.py [FOLDER].

Those in the manner of Word, Google Docs and WPS are written out here; the others are made by python-docx, odfpy, pandoc and
LibreOffice (`soffice`), where they are there. Documents that are there already are left alone.
"""

import os, re, subprocess, sys, tempfile, zipfile

HERE = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
     'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = (HEAD + f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/>'
          '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="fa-IR"/></w:rPr></w:rPrDefault></w:docDefaults>'
          '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
          '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
          '<w:rPr><w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr></w:style>'
          '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>'
          '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
          '</w:styles>')


def r(text, rpr="", rsid=""):
    rsid = f' w:rsidR="{rsid}"' if rsid else ""
    rpr = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r{rsid}>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner, ppr=""):
    ppr = f"<w:pPr>{ppr}</w:pPr>" if ppr else ""
    return f'<w:p w14:paraId="2A3B4C5D" w:rsidR="00A77427" w:rsidRDefault="007F1D13">{ppr}{inner}</w:p>'


def field(kind, rpr=""):
    rpr = f"<w:rPr>{rpr}</w:rPr>" if rpr else ""
    return f'<w:r>{rpr}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def instr(text):
    return f'<w:r><w:instrText xml:space="preserve"> {text} </w:instrText></w:r>'


SECT = '<w:sectPr w:rsidR="00A77427"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'


def write(path, parts):
    path = os.path.join(HERE, path)
    if os.path.exists(path):
        return
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, text in parts:
            info = zipfile.ZipInfo(name, (2026, 11, 27, 12, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(info, text)


def docx(path, body, sect=SECT, links=(), styles=STYLES, **others):
    """others: footnotes, endnotes, comments, header1, footer1 with their XML inside the root element."""
    roots = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments", "header1": "hdr", "footer1": "ftr"}
    types = {"header1": "header", "footer1": "footer"}
    overrides = "".join(f'<Override PartName="/word/{k}.xml" ContentType="{TYPE}{types.get(k, k)}+xml"/>' for k in others)
    rels = "".join(f'<Relationship Id="rId{n}" Type="{REL}{types.get(k, k)}" Target="{k}.xml"/>' for n, k in enumerate(others, 10))
    rels += "".join(f'<Relationship Id="rId{n}" Type="{REL}hyperlink" Target="{url}" TargetMode="External"/>' for n, url in enumerate(links, 20))
    parts = [
        ("[Content_Types].xml", HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
         f'<Override PartName="/word/document.xml" ContentType="{TYPE}document.main+xml"/>'
         f'<Override PartName="/word/styles.xml" ContentType="{TYPE}styles+xml"/>{overrides}</Types>'),
        ("_rels/.rels", HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         f'<Relationship Id="rId1" Type="{REL}officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", HEAD + f"<w:document {W}><w:body>{body}{sect}</w:body></w:document>"),
        ("word/_rels/document.xml.rels", HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         f'<Relationship Id="rId1" Type="{REL}styles" Target="styles.xml"/>{rels}</Relationships>'),
        ("word/styles.xml", styles),
    ]
    for k, xml in others.items():
        parts.append((f"word/{k}.xml", HEAD + f"<w:{roots[k]} {W}>{xml}</w:{roots[k]}>"))
    write(path, parts)


FA = '<w:rtl/><w:lang w:bidi="fa-IR"/>'
FAB = '<w:rFonts w:hint="cs"/><w:b/><w:bCs/>' + FA
BIDI = "<w:bidi/>"


def word_runs():
    docx("docx/word-runs.docx",
         p(r("دیدار ", FA, "00A1") + '<w:proofErr w:type="spellStart"/>' + r("وزی", '<w:rFonts w:hint="cs"/>' + FA, "00A2")
           + r("ران", FA, "00A3") + '<w:proofErr w:type="spellEnd"/>' + r(" در تهران", '<w:noProof/>' + FA, "00A4"), '<w:pStyle w:val="Heading1"/>' + BIDI)
         + p(r("وزیر خارجه روز دوشنبه ", FA, "00B1") + r("گفت‌وگوهای", FAB, "00B2") + r(" ", FA) + r("دوجانبه", FAB, "00B3")
             + r(" را «سازنده» خواند و از ", FA) + r("NATO", '<w:lang w:val="en-US"/>') + r(" نامی نبرد.", FA), BIDI + '<w:jc w:val="both"/>')
         + p(r("شمار شرکت‌کنندگان به ", FA) + r("۱۰٬۵۰۰", '<w:i/><w:iCs/><w:color w:val="C00000"/>' + FA) + r(" نفر رسید", FA) + r("۲", '<w:vertAlign w:val="superscript"/>' + FA)
             + r(".", FA), BIDI)
         + p("", BIDI)
         + p(r("The minister ", '<w:lang w:val="en-GB"/>', "00C1") + r("did ", '<w:lang w:val="en-US"/>', "00C2") + r("not", "<w:i/><w:u w:val=\"single\"/>")
             + r(" answer", "", "00C3") + r(".", "", "00C4")))


def word_tables():
    """Tables, a section and named styles that say that they run from right to left."""
    styles = STYLES.replace('</w:styles>', '<w:style w:type="paragraph" w:styleId="Farsi"><w:name w:val="Farsi"/><w:basedOn w:val="Normal"/>'
                            '<w:pPr><w:keepNext/><w:bidi/><w:spacing w:after="120"/></w:pPr><w:rPr><w:rtl/></w:rPr></w:style>'
                            '<w:style w:type="paragraph" w:styleId="Latin"><w:name w:val="Latin"/><w:pPr><w:bidi w:val="0"/></w:pPr></w:style></w:styles>')
    cell = '<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{}</w:tc>'
    named = '<w:pStyle w:val="Farsi"/>'
    row = lambda one, two: "<w:tr>" + cell.format(one) + cell.format(two) + "</w:tr>"
    grid = '<w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="4000"/></w:tblGrid>'
    inner = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>' + grid + row(p(r("تهران", FA), named), p(r("۱۲", FA), named)) + "</w:tbl>"
    docx("docx/word-tables.docx",
         p(r("شهرها و سفرها", FA), named)
         + '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="180" w:tblpY="1"/><w:bidiVisual/><w:tblW w:w="0" w:type="auto"/>'
           '<w:tblPrChange w:id="1" w:author="A"><w:tblPr><w:bidiVisual/></w:tblPr></w:tblPrChange></w:tblPr>' + grid
         + row(p(r("شهر", FA), named), p(r("شمار سفرها", FA), named)) + row(p(r("اصفهان", FA), named), inner + p(r("۷", FA), named)) + "</w:tbl>"
         + p(r("پایان جدول", FA), named),
         sect=SECT.replace("</w:sectPr>", "<w:bidi/></w:sectPr>"), styles=styles)


def word_changes():
    ins = '<w:ins w:id="{}" w:author="A" w:date="2026-11-27T08:00:00Z">{}</w:ins>'
    dele = '<w:del w:id="{}" w:author="A" w:date="2026-11-27T08:00:00Z"><w:r><w:delText xml:space="preserve">{}</w:delText></w:r></w:del>'
    docx("docx/word-changes.docx",
         p(r("The talks ") + dele.format(1, "failed ") + ins.format(2, r("ended ")) + r("on Monday."))
         + p('<w:moveFromRangeStart w:id="3" w:author="A" w:name="m1"/><w:moveFrom w:id="4" w:author="A">' + r("Moved away. ") + '</w:moveFrom><w:moveFromRangeEnd w:id="3"/>'
             + r("What stays comes first. ") + '<w:moveToRangeStart w:id="5" w:author="A" w:name="m1"/><w:moveTo w:id="6" w:author="A">' + r("Moved here.") + '</w:moveTo><w:moveToRangeEnd w:id="5"/>')
         + p('<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>' + r("He ") + '<w:commentRangeStart w:id="0"/>' + r("denied") + '<w:commentRangeEnd w:id="0"/>'
             '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:commentReference w:id="0"/></w:r>' + r(" the report, ")
             + '<w:r><w:rPr><w:b/><w:rPrChange w:id="8" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>twice</w:t></w:r>' + r("."))
         + p(ins.format(9, r("همه این بند افزوده شده است.", FA)), BIDI + '<w:rPr><w:ins w:id="10" w:author="A"/></w:rPr>')
         + p(dele.format(11, "All of this paragraph is deleted.")),
         comments='<w:comment w:id="0" w:author="A">' + p('<w:r><w:annotationRef/></w:r>' + r("Is this so?")) + "</w:comment>")


def word_fields():
    toc = (p(field("begin") + instr('TOC \\o "1-2" \\h') + field("separate") + '<w:hyperlink w:anchor="_Toc1" w:history="1">' + r("First part", '<w:rStyle w:val="Hyperlink"/>')
             + '<w:r><w:tab/></w:r>' + field("begin") + instr("PAGEREF _Toc1 \\h") + field("separate") + r("2") + field("end") + '</w:hyperlink>')
           + p('<w:hyperlink w:anchor="_Toc2" w:history="1">' + r("Second part", '<w:rStyle w:val="Hyperlink"/>') + "</w:hyperlink>" + field("end")))
    docx("docx/word-fields.docx", toc
         + p('<w:bookmarkStart w:id="1" w:name="_Toc1"/>' + r("First part") + '<w:bookmarkEnd w:id="1"/>', '<w:pStyle w:val="Heading1"/>')
         + p(r("Read ") + field("begin") + instr('HYPERLINK "https://example.org/a?b=1&amp;c=2"') + field("separate") + r("the whole report", '<w:rStyle w:val="Hyperlink"/>') + field("end")
             + r(" on page ") + '<w:fldSimple w:instr=" PAGE ">' + r("7") + "</w:fldSimple>" + r(", or ") + '<w:hyperlink r:id="rId20" w:tooltip="x">' + r("ask ", '<w:rStyle w:val="Hyperlink"/>')
             + r("us", '<w:rStyle w:val="Hyperlink"/>') + "</w:hyperlink>" + r("."))
         + p(r("Written by ") + '<w:sdt><w:sdtPr><w:alias w:val="Author"/><w:id w:val="77"/><w:text/></w:sdtPr><w:sdtContent>' + r("Sara Ahmadi") + "</w:sdtContent></w:sdt>"
             + r(" in ") + '<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="City"><w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>' + r("Shiraz") + "</w:smartTag>" + r("."))
         + '<w:sdt><w:sdtPr><w:id w:val="78"/></w:sdtPr><w:sdtContent>' + p(r("A paragraph in a control.")) + "</w:sdtContent></w:sdt>"
         + p(r("خط نخست", FA) + '<w:r><w:br/></w:r>' + r("خط دوم", FA) + "<w:r><w:rPr>" + FA + '</w:rPr><w:tab/><w:t>پس از جهش، پیش‌</w:t><w:noBreakHyphen/><w:t>نویس</w:t><w:softHyphen/></w:r>', BIDI),
         links=["https://example.org/ask"])


def word_box():
    def drawing(inner, ident):
        return (f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
                '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
                f'<wp:extent cx="1800000" cy="720000"/><wp:wrapTopAndBottom/><wp:docPr id="{ident}" name="Box {ident}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
                '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
                f'<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>')

    def box(inner, ident):
        return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing(inner, ident)}</mc:Choice><mc:Fallback><w:pict>'
                f'<v:shape style="width:140pt;height:56pt"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')
    math = '<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>'
    docx("docx/word-box.docx",
         p(r("Before the box, ") + box(p(r("In the ") + r("box", "<w:b/><w:bCs/>") + r(".")) + p(r("Second line of the box.")), 1) + r("and after it."))
         + p(r("The formula ") + math + r(" is left alone."))
         + p(box(p(r("کادر در آغاز بند", FA), BIDI), 2) + r("متن بند پس از کادر", FA), BIDI)
         + "<w:tbl><w:tblPr><w:bidiVisual/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>"
         + "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>" + p(r("استان", FA), BIDI) + "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>" + p(r("جمعیت", FA), BIDI) + "</w:tc></w:tr>"
         + "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>" + p(r("گیلان", FA), BIDI) + "</w:tc><w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>" + p("", BIDI) + "</w:tc></w:tr></w:tbl>")


def word_notes():
    ref = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
    own = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
    sect = SECT.replace("<w:pgSz", '<w:headerReference w:type="default" r:id="rId12"/><w:footerReference w:type="default" r:id="rId13"/><w:pgSz')
    docx("docx/word-notes.docx",
         p(r("به گفته او", FA) + ref.format(2) + r(" کار تمام است.", FA) + ref.format(3), BIDI)
         + p(r("او افزود", FA) + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteReference w:id="2"/></w:r>' + r(" که برمی‌گردد.", FA), BIDI), sect,
         footnotes='<w:footnote w:type="separator" w:id="0">' + p("<w:r><w:separator/></w:r>") + '</w:footnote><w:footnote w:type="continuationSeparator" w:id="1">' + p("<w:r><w:continuationSeparator/></w:r>") + "</w:footnote>"
         + '<w:footnote w:id="2">' + p(own + r(" روزنامه شرق، ۵ آذر", FA), BIDI) + '</w:footnote><w:footnote w:id="3">' + p(own + r(" همان", '<w:i/><w:iCs/>' + FA), BIDI) + "</w:footnote>",
         endnotes='<w:endnote w:type="separator" w:id="0">' + p("<w:r><w:separator/></w:r>") + '</w:endnote><w:endnote w:type="continuationSeparator" w:id="1">' + p("<w:r><w:continuationSeparator/></w:r>") + "</w:endnote>"
         + '<w:endnote w:id="2">' + p('<w:r><w:endnoteRef/></w:r>' + r(" در گفت‌وگو با نگارنده", FA), BIDI) + "</w:endnote>",
         header1=p(r("گزارش هفتگی", FA), BIDI),
         footer1=p(r("صفحه ", FA) + field("begin") + instr("PAGE") + field("separate") + r("1", FA) + field("end"), BIDI + '<w:jc w:val="center"/>'))


def google():
    base = '<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/>'
    docx("docx/google.docx",
         p('<w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="_a1b2" w:id="0"/><w:bookmarkEnd w:id="0"/>' + r("Water returns to the lake", '<w:rtl w:val="0"/>'), '<w:pStyle w:val="Heading1"/><w:rPr/>')
         + p(r("After ", base + '<w:rtl w:val="0"/>') + r("ten years", base + '<w:b w:val="1"/><w:rtl w:val="0"/>') + r(" the lake has ", base + '<w:rtl w:val="0"/>')
             + '<w:hyperlink r:id="rId20">' + r("water again", base + '<w:color w:val="1155cc"/><w:u w:val="single"/><w:rtl w:val="0"/>') + "</w:hyperlink>"
             + r(", and the ", base + '<w:rtl w:val="0"/>') + r("fishermen", base + '<w:i w:val="1"/><w:rtl w:val="0"/>') + r(" are back.", base + '<w:rtl w:val="0"/>'), '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr>')
         + p(r("دریاچه پس از ", '<w:rtl w:val="1"/>') + r("ده سال", '<w:b w:val="1"/><w:rtl w:val="1"/>') + r(" آب دارد.", '<w:rtl w:val="1"/>'), '<w:bidi w:val="1"/>'),
         links=["https://example.org/lake"])


def wps():
    f = '<w:rFonts w:hint="{}" w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
    docx("docx/wps.docx",
         p(r("قیمت نان ", f.format("default") + '<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="28"/><w:rtl/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="fa-IR"/>')
             + r("از فردا ", f.format("eastAsia") + '<w:kern w:val="0"/><w:sz w:val="24"/><w:szCs w:val="28"/><w:rtl/>')
             + r("بالا می‌رود", f.format("cs") + '<w:b w:val="0"/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="28"/><w:rtl/>') + r(".", f.format("default") + '<w:sz w:val="24"/><w:szCs w:val="28"/><w:rtl/>'), BIDI + '<w:jc w:val="left"/>')
         + p(r("Bread ", '<w:rFonts w:hint="default"/><w:vertAlign w:val="baseline"/>') + r("prices", '<w:rFonts w:hint="eastAsia"/><w:vertAlign w:val="baseline"/>') + r(" rise.", '<w:vertAlign w:val="baseline"/>'), '<w:jc w:val="right"/>'))


def python_docx(path):
    try:
        import docx as pd
    except ImportError:
        return
    d = pd.Document()
    d.add_heading("The bridge is open", 1)
    para = d.add_paragraph("The new bridge over the ")
    para.add_run("Karun").bold = True
    para.add_run(" was opened on ").italic = False
    para.add_run("Friday").italic = True
    para.add_run(".")
    d.add_paragraph("first point", style="List Bullet")
    d.add_paragraph("second point", style="List Bullet")
    t = d.add_table(rows=2, cols=2)
    for n, text in enumerate(["city", "پل", "Ahvaz", "اهواز"]):
        t.cell(n // 2, n % 2).text = text
    d.save(path)


MARKDOWN = """# خبر *کوتاه* روز

دولت **لایحه بودجه** را به مجلس داد[^1] و [متن آن](https://example.org/budget) منتشر شد.

- بند نخست
- بند دوم با `code` و H~2~O

> نقل قول از یک نماینده

| شهر | city |
|-----|------|
| تبریز | Tabriz |

English stands here, too: it is ~~not~~ *easy*.

[^1]: پانویس با **تأکید**.
"""

HTML_FA = """<html dir="rtl" lang="fa"><body><h1>باران در شمال</h1><p>هواشناسی از <b>باران سنگین</b> و <i>باد</i> در <a href="https://example.org/g">گیلان</a> خبر داد.<br>هشدار نارنجی است.</p>
<ul><li>رشت: ۱۲ درجه</li><li>انزلی: <u>۱۴ درجه</u></li></ul><table border="1"><tr><td>شهر</td><td>دما</td></tr><tr><td>لاهیجان</td><td>۱۱</td></tr></table><p style="text-align:center"><font color="#c00000">پایان</font> خبر</p></body></html>"""
HTML_EN = """<html lang="en"><body><h1>Rain in the north</h1><p>The weather office warned of <b>heavy rain</b> and <i>wind</i> in <a href="https://example.org/g">Gilan</a>.<br>The warning is orange &amp; may rise.</p>
<ul><li>Rasht: 12 degrees</li><li>Anzali: <u>14 degrees</u></li></ul><table border="1"><tr><td>city</td><td>x<sup>2</sup></td></tr></table><p style="text-align:right">End of <b><i>the</i></b> report</p></body></html>"""


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def converted(source, target, via=None):
    """LibreOffice writes `source` (a path, or HTML) as `target`."""
    target = os.path.join(HERE, target)
    if os.path.exists(target):
        return
    with tempfile.TemporaryDirectory() as folder:
        if via:
            path = os.path.join(folder, via)
            open(path, "w", encoding="utf-8").write(source)
            source = path
        kind = target.rsplit(".", 1)[1]
        extra = ["--infilter=HTML (StarWriter)"] if via else []
        run("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *extra, "--convert-to", kind, "--outdir", folder, source)
        made = os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + "." + kind)
        smaller(made, target)


LEFT_OUT = ("thumbnail", "Thumbnail", "stylesWithEffects")


def smaller(made, target):
    """The same parts, without the picture of the first page and a second copy of the styles, packed as tightly as can be."""
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for info in source.infolist():
            if any(name in info.filename for name in LEFT_OUT):
                continue
            data = source.read(info)
            new = zipfile.ZipInfo(info.filename, (2026, 11, 27, 12, 0, 0))
            new.compress_type = info.compress_type
            if info.filename.endswith((".rels", "manifest.xml", "[Content_Types].xml")):
                for name in LEFT_OUT:
                    data = re.sub(rb"<(manifest:file-entry|Relationship|Override) [^>]*%s[^>]*/>" % name.encode(), b"", data)
            out.writestr(new, data)


def by_pandoc(target):
    target = os.path.join(HERE, target)
    if os.path.exists(target):
        return
    with tempfile.TemporaryDirectory() as folder:
        source, made = os.path.join(folder, "a.md"), os.path.join(folder, "made." + target.rsplit(".", 1)[1])
        open(source, "w", encoding="utf-8").write(MARKDOWN)
        run("pandoc", "-f", "markdown", source, "-o", made)
        smaller(made, target)


O = " ".join(f'xmlns:{k}="urn:oasis:names:tc:opendocument:xmlns:{v}:1.0"' for k, v in dict(office="office", text="text", style="style", table="table", draw="drawing", fo="xsl-fo-compatible", svg="svg-compatible", manifest="manifest").items()) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(path, styles, body, common="", master=""):
    write(path, [
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", HEAD + f'<office:document-content {O} office:version="1.2"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>'),
        ("styles.xml", HEAD + f'<office:document-styles {O} office:version="1.2"><office:styles>{common}</office:styles><office:automatic-styles>'
         '<style:page-layout style:name="pm1"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/><style:header-style/></style:page-layout></office:automatic-styles>'
         f'<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm1">{master}</style:master-page></office:master-styles></office:document-styles>'),
        ("META-INF/manifest.xml", HEAD + f'<manifest:manifest {O} manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
         '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>'),
    ])


def style(name, text="", para="", family="text", parent=""):
    parent = f' style:parent-style-name="{parent}"' if parent else ""
    text = f"<style:text-properties {text}/>" if text else ""
    para = f"<style:paragraph-properties {para}/>" if para else ""
    return f'<style:style style:name="{name}" style:family="{family}"{parent}>{para}{text}</style:style>'


def by_hand_odt():
    odt("odt/spans.odt",
        style("T1", 'fo:font-weight="bold" style:font-weight-complex="bold"') + style("T2", 'fo:font-style="italic"') + style("T3", 'fo:language="en" fo:country="GB"') + style("T4", 'style:text-position="super 58%"')
        + style("P1", para='fo:text-align="center"', family="paragraph", parent="Standard"),
        '<text:p text:style-name="P1"><text:span text:style-name="T3">Two </text:span>spans  and\n   <text:span text:style-name="T1">bold <text:span text:style-name="T2">italic</text:span></text:span>.<text:s text:c="3"/>Spaces</text:p>'
        '<text:p text:style-name="Standard">Name:<text:tab/>value<text:line-break/>next&#x20;line, 10<text:span text:style-name="T4">th</text:span> <text:bookmark text:name="b"/>place<text:soft-page-break/> and <text:page-number text:select-page="current">4</text:page-number>.</text:p>'
        '<text:p text:style-name="Standard"><text:span text:style-name="Strong">All of it is strong.</text:span></text:p>'
        '<text:list><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two &lt;&amp;&gt;</text:p></text:list-item></text:list><text:p/>',
        style("Standard", family="paragraph") + style("Strong", 'fo:font-weight="bold" style:font-weight-complex="bold"'),
        '<style:header><text:p text:style-name="Standard">The head</text:p></style:header><style:footer><text:p>Page <text:page-number>1</text:page-number></text:p></style:footer>')
    odt("odt/notes.odt",
        style("P1", 'fo:language="en" fo:country="US" style:language-complex="fa" style:country-complex="IR"', 'fo:text-align="end" style:justify-single-word="false" style:writing-mode="rl-tb"', "paragraph", "Standard")
        + style("T1", 'style:font-weight-complex="bold"') + style("T2", 'style:font-size-complex="18pt" fo:font-size="12pt"'),
        '<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:deletion><text:p text:style-name="P1">این حذف شده</text:p></text:deletion></text:changed-region></text:tracked-changes>'
        '<text:p text:style-name="P1">نویسنده<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="P1">زاده <text:span text:style-name="T1">۱۳۳۰</text:span></text:p></text:note-body></text:note> در '
        '<text:change text:change-id="c1"/><text:a xlink:type="simple" xlink:href="https://example.org/e">اصفهان</text:a> <text:span text:style-name="T1">درگذشت</text:span>.</text:p>'
        '<text:p text:style-name="P1">کتاب‌هایش<office:annotation><text:p>یادداشت</text:p></office:annotation> <text:span text:style-name="T2">بزرگ</text:span> است.</text:p>'
        '<text:p text:style-name="P1"><draw:frame draw:name="f" svg:width="5cm" svg:height="2cm" text:anchor-type="as-char"><draw:text-box><text:p text:style-name="P1">در کادر</text:p></draw:text-box></draw:frame> بیرون کادر</text:p>',
        style("Standard", family="paragraph"))


def google_odt():
    odt("odt/google.odt",
        style("P1", para='fo:break-before="page" style:writing-mode="lr-tb" fo:text-align="left"', family="paragraph", parent="normal")
        + style("T1", 'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"') + style("T2", 'style:use-window-font-color="true"')
        + style("T3", 'fo:color="#1155cc" style:text-underline-style="solid"'),
        '<text:p text:style-name="P1"><text:span text:style-name="T2">The </text:span><text:span text:style-name="T1">old</text:span><text:span text:style-name="T2"> mill </text:span>'
        '<text:a xlink:href="https://example.org/mill" xlink:type="simple"><text:span text:style-name="T3">burnt down</text:span></text:a><text:span text:style-name="T2">.</text:span></text:p>',
        style("normal", family="paragraph"))


def odfpy(path):
    try:
        from odf.opendocument import OpenDocumentText
        from odf.style import Style, TextProperties
        from odf.text import H, P, Span
    except ImportError:
        return
    d = OpenDocumentText()
    bold = Style(name="Bold", family="text")
    bold.addElement(TextProperties(fontweight="bold"))
    d.automaticstyles.addElement(bold)
    d.text.addElement(H(outlinelevel=1, text="A short story"))
    para = P(text="There was ")
    para.addElement(Span(stylename=bold, text="once"))
    para.addText(" a king.")
    d.text.addElement(para)
    d.text.addElement(P(text="پادشاهی بود."))
    d.save(path)


def main():
    for folder in ("docx", "odt"):
        os.makedirs(os.path.join(HERE, folder), exist_ok=True)
    for make in (word_runs, word_tables, word_changes, word_fields, word_box, word_notes, google, wps, by_hand_odt, google_odt):
        make()
    for name, make in (("docx/python-docx.docx", python_docx), ("odt/odfpy.odt", odfpy)):
        target = os.path.join(HERE, name)
        if not os.path.exists(target):
            with tempfile.TemporaryDirectory() as folder:
                made = os.path.join(folder, "made")
                make(made)
                if os.path.exists(made):
                    smaller(made, target)
    by_pandoc("docx/pandoc.docx")
    by_pandoc("odt/pandoc.odt")
    for kind in ("docx", "odt"):
        converted(HTML_FA, f"{kind}/libreoffice-fa.{kind}", "fa.html")
        converted(HTML_EN, f"{kind}/libreoffice-en.{kind}", "en.html")
    for name in ("word-runs", "word-changes", "word-fields", "word-box", "word-notes"):
        converted(os.path.join(HERE, f"docx/{name}.docx"), f"odt/libreoffice-{name}.odt")


main()
