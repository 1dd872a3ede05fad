"""Why a file cannot be read, in Chinese: `corpora` tells it in English, as the command line's errors are.

Messages about rules files, options and what else a call may ask are for the console and stay in English.
"""

import re

from reports.words.language import Language

# Of a kind of file, its suffix stands behind in brackets.
PROBLEMS = {
    "is a picture": "是图片",
    "is a scan": "是扫描件",
    "is an archive": "是压缩包",
    "is a document in Rich Text Format": "是 RTF 文档",
    "is a web page saved as one file": "是存为单个文件的网页",
    "is a PostScript file": "是 PostScript 文件",
    "is an e-book page file of CNKI": "是知网的 CAJ 文件",
    "is an OFD document": "是 OFD 文档",
    "is an Excel table": "是 Excel 表格",
    "is a presentation": "是演示文稿",
    "is an OpenDocument file": "是 OpenDocument 文档",
    "is an e-book": "是电子书",
    "is protected by a password": "有密码保护",
    "unpacks to more than 50 MB": "解开后超过 50 MB",
    "the document unpacks to more than 50 MB": "文档解开后超过 50 MB",
    "is larger than 100 MB": "超过 100 MB",
    "the file is empty": "文件是空的",
    "there is no such file": "没有这个文件",
    "is a folder, not a file": "是文件夹，不是文件",
    "is a link to a folder, which is not followed": "是指向文件夹的链接，没有跟进去",
    "is a folder that cannot be opened": "是打不开的文件夹",
    "there is no report in the archive": "压缩包里没有报告",
    "there is no text in it": "里面没有文字",
    "the archive is broken and cannot be opened": "压缩包已损坏，打不开",
    "is damaged and cannot be unpacked": "已损坏，解不开",
    "is an archive inside an archive": "是压缩包里的压缩包",
    "is no archive": "不是压缩包",
    "changed under way": "读的时候内容变了",
    "the Word document (.doc) is broken and cannot be opened": "Word 文档（.doc）已损坏，打不开",
    "the document (.doc) is broken and cannot be opened": "文档（.doc）已损坏，打不开",
    "the Word document is broken and cannot be opened": "Word 文档已损坏，打不开",
    "is a WPS or Office document of a kind that cannot be read (.wps, .et, .dps …)": (
        "是读不了的 WPS 或 Office 文档（.wps、.et、.dps 等）"
    ),
    "is a web page in a charset that cannot be told": "是网页，看不出字符编码",
    "the page is nested too deeply to be read": "网页嵌套太深，读不了",
    "is a scanned PDF: its pages are pictures without text": "是扫描的 PDF，各页是图片，没有文字",
    "the PDF is broken and cannot be opened": "PDF 已损坏，打不开",
    "a page of the PDF cannot be read": "PDF 有一页读不了",
    "does not look like a government work report or an account of one": "不像政府工作报告或其报道",
    "no part of a report can be found in it": "里面找不到报告的任何部分",
    "is not a text file in a charset that can be told": "不是文本文件，或看不出字符编码",
    "no year can be found in its text or file name": "正文和文件名里都没有年份",
    "no place can be found in its text or file name": "正文和文件名里都没有地方",
    "is a result of crossyear, no report": "是 crossyear 的输出，不是报告",
    "left out, as the manifest says": "清单注明不读",
    "named in the manifest, but not there": "清单里有，文件夹里没有",
}
HINTS = {
    "Run a text recognition (OCR) on it and save the result as .txt or .docx": (
        "先做文字识别（OCR），存为 .txt 或 .docx"
    ),
    "Unpack it and name a file inside, or pack it as .zip": "解开后指明里面的文件，或改用 .zip",
    "Unpack it and name a file": "解开后指明文件",
    "Name the reports that it was made of": "请指明它所依据的报告",
    "Unpack it yourself": "请先自行解开",
    "Unpack the archive yourself": "请先自行解开压缩包",
    "Open it in the program it was made with and save it as .docx or .txt": (
        "用原来的软件打开，另存为 .docx 或 .txt"
    ),
    "Open it in WPS Office or Word and save it as .docx": "用 WPS 或 Word 打开，另存为 .docx",
    "Open it in a word processor and save it as .docx, or copy its text into a .txt file": (
        "用文字处理软件打开，另存为 .docx，或把文字复制到 .txt 文件"
    ),
    "Open it in a word processor and save it again as .docx, or copy its text into a .txt file": (
        "用文字处理软件打开，重新存为 .docx，或把文字复制到 .txt 文件"
    ),
    "Open it and save it as .docx or .txt": "打开后另存为 .docx 或 .txt",
    "Open it in an OFD reader and save it as PDF or copy its text": (
        "用 OFD 阅读器打开，另存为 PDF 或复制文字"
    ),
    "Save it as a complete page (.html)": "另存为完整网页（.html）",
    "Convert it to PDF": "转换为 PDF",
    "Convert it to .docx or .txt": "转换为 .docx 或 .txt",
    "Export it as PDF or text": "导出为 PDF 或文本",
    "Copy the report's text into a .txt or .docx file": "把报告文字复制到 .txt 或 .docx 文件",
    "Copy its text into a .txt file": "把文字复制到 .txt 文件",
    "Is it really a report?": "确实是报告吗？",
    "Download or save it again": "重新下载或保存",
    "Download it again": "重新下载",
    "Save it again without": "去掉密码后重新保存",
    "Run it again": "再运行一次",
    "Name it without what stands behind the !": "去掉 ! 后面的部分",
    "Name one report inside it": "指明里面的一份报告",
    "Check the spelling and the folder": "核对文件名和所在文件夹",
    "Check its name and permissions": "核对文件名和权限",
    "Check that you saved the report's text into it": "核对报告文字是否存了进去",
    "crossyear reads Chinese government work reports (政府工作报告); check that it is the right file": (
        "crossyear 只读政府工作报告，请核对是否选对了文件"
    ),
    "It may be news of the session without the report's content": "可能是会议新闻，没有报告的内容",
    "Save it as UTF-8 text or as .docx, or tell the charset with --encoding": (
        "存为 UTF-8 文本或 .docx，或用 --encoding 说明编码"
    ),
    "Tell it with --year 2025 (outline) or --earlier-year / --later-year (compare)": (
        "用 --year 2025（outline）或 --earlier-year、--later-year（compare）说明"
    ),
    "Tell it with --place 山西省 (outline) or --earlier-place / --later-place (compare)": (
        "用 --place 山西省（outline）或 --earlier-place、--later-place（compare）说明"
    ),
    "Tell it with --encoding": "用 --encoding 说明编码",
}
_CLOSED = re.compile(r"cannot be opened \((?P<reason>.+)\)")  # the reason is the system's
_SUFFIX = re.compile(r"(?P<what>.+) \((?P<suffix>\.\w+)\)")


def reading_problem(problem: str, language: str) -> str:
    """Why a file cannot be read, in the language of a report; as it stands where it has no Chinese words."""
    if language != Language.ZH:
        return problem
    if problem in PROBLEMS:
        return PROBLEMS[problem]
    kind = _SUFFIX.fullmatch(problem)
    if kind and kind["what"] in PROBLEMS:
        return f"{PROBLEMS[kind['what']]}（{kind['suffix']}）"
    if closed := _CLOSED.fullmatch(problem):
        return f"打不开（{closed['reason']}）"
    return problem


def reading_message(message: str, hint: str, language: str) -> str:
    """`FILE: problem` with what to try, as one sentence or two; Chinese only where all of it is.

    Args:
        message: what `corpora.errors.SourceError` says.
        hint: what to try, or empty.
        language: `zh` or `en`.
    """
    borders = [found.end() for found in re.finditer(": ", message)]  # a problem may hold a colon itself
    told = {at: reading_problem(message[at:], language) for at in borders}
    start = next((at for at in borders if told[at] != message[at:]), None)
    if start is None or (hint and hint not in HINTS):
        return f"{message}. {hint}" if hint else message
    return f"{message[: start - 2]}：{told[start]}。{HINTS[hint] if hint else ''}"
