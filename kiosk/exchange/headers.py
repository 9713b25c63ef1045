"""Headers: what libraries call their columns, and which field of ours each means."""

import re

from kiosk.exchange.texts import narrow

# The first of each is what we write ourselves.
TITLE_HEADERS: dict[str, str] = {
    "name": """书名 题名 正题名 图书名称 书刊名 书刊名称 书目名称 题名与责任者 名称 图书名 题目 书籍名称
        title booktitle bookname name""",
    "author": """作者 责任者 著者 作者姓名 第一责任者 主要责任者 编著者 著作者 责任者项 著译者 编者 作者译者
        author authors creator by""",
    "press": "出版社 出版者 出版单位 出版发行 出版机构 出版社名称 publisher press publishinghouse",
    "year": """出版年 出版日期 出版时间 出版年月 出版年份 年份 版次年 印刷时间 year publicationyear pubyear
        pubdate publicationdate published""",
    "isbn": "ISBN 标准书号 书号 国际标准书号 isbn号 isbn/issn isbn13 isbn10 国际书号 标准编号 isbn号码",
    "class_mark": """分类号 类别 图书类别 中图法 中图分类号 中图法分类号 图书分类号 分类 类号 classification clc
        callnumberclass class""",
    "copies": """册数 复本数 复本 数量 本数 馆藏数 馆藏册数 馆藏复本 套数 册 copies quantity qty count
        numberofcopies""",
    "number": """条码号 条码 登录号 条形码 图书条码 馆藏条码 财产号 登记号 图书登录号 图书条形码 总登录号 复本号
        barcode barcodes accession accessionnumber copynumber itemnumber""",
    "shelf": """馆藏地 架位 索书号 排架号 书架 位置 存放位置 馆藏地点 存放地点 索取号 架位号 书架号 层架号 库位
        location shelf shelfmark callnumber""",
    "price": "定价 价格 单价 码洋 书价 定价元 价格元 单价元 金额 price listprice",
    "pages": "页数 页码 总页数 载体形态 pages pagination numberofpages extent",
    "subjects": "主题词 主题 关键词 关键字 标签 主题标目 subject subjects keywords tags",
    "summary": """摘要 内容简介 简介 内容提要 提要 内容摘要 文摘 图书简介 summary abstract description
        annotation""",
    "source": "来源号 记录控制号 控制号 记录号 系统号 书目记录号 控制号001 source controlnumber recordid bibid",
    "kind": "类型 文献类型 图书类型 资料类型 itemtype type kind",
    "condition": "状态 馆藏状态 图书状态 流通状态 status condition",
    "combined": """著录 出版信息 出版项 著者出版社 著录信息 作者出版社 作者出版社出版年 书目信息 作者/出版社
        publication imprint""",
    "decision": "处理 decision",
}
MEMBER_HEADERS: dict[str, str] = {
    "number": """会员号 会员证号 读者证号 证号 卡号 借书证号 读者编号 会员编号 编号 工会会员号 证件号 读者条码
        membernumber number cardnumber memberid cardno""",
    "name": "姓名 读者姓名 会员姓名 名字 name fullname membername",
    "phone": "手机号 电话 手机 联系电话 手机号码 电话号码 联系方式 phone mobile telephone",
    "tier": "类别 会员类别 读者类型 读者类别 会员类型 类型 tier category type membertype",
    "expires_on": "有效期 截止日期 有效期至 失效日期 到期日 有效日期 证件有效期 expiry expires validuntil expirydate",
    "unit": "单位 工作单位 所在单位 部门 单位名称 企业 unit employer company department",
}
LOAN_HEADERS: dict[str, str] = {
    "copy": "条码号 条码 图书条码 登录号 条形码 馆藏条码 copy barcode copynumber",
    "member": "会员号 读者证号 证号 借书证号 会员证号 读者编号 卡号 member membernumber cardnumber",
    "borrowed_on": "借出日期 借书日期 借阅日期 借阅时间 外借日期 借出时间 borrowed borrowedon loandate checkoutdate",
    "due_on": "应还日期 到期日期 应还时间 还书期限 应归还日期 到期日 due dueon duedate",
}
ENROLMENT_HEADERS: dict[str, str] = {
    "course": """课程 课程名称 课程名 班级 班级名称 班名 活动 活动名称 报名课程 报名班级 所报课程 course coursename
        coursetitle classname""",
    "number": "课程编号 课程号 班级编号 班号 活动编号 courseid coursenumber classid",
    "term": "学期 期次 年度 term semester",
    "member": "会员号 会员证号 读者证号 证号 会员编号 读者编号 卡号 工会会员号 member membernumber cardnumber",
    "state": "状态 报名状态 报名结果 录取状态 录取结果 结果 state status",
}
# What we add to a row that was not taken.
REASON_COLUMNS = ("处理", "原因", "原行号")

KINDS = {
    "book": "图书 普通图书 中文图书 书 book", "children": "少儿 儿童 少儿图书 绘本 children",
    "periodical": "期刊 报刊 杂志 过刊 报纸 periodical serial", "media": "音像 光盘 视听资料 音像制品 media dvd cd",
    "reference": "工具书 参考书 仅供阅览 reference", "thing": "物品 器材 thing",
}  # fmt: skip
CONDITIONS = {
    "good": "在馆 完好 可借 在架 正常 借出 外借 在借 good available onloan", "lost": "遗失 丢失 lost",
    "missing": "缺藏 未找到 盘亏 missing", "damaged": "破损 待修 污损 damaged",
    "withdrawn": "剔除 注销 剔旧 已剔除 下架 withdrawn",
}  # fmt: skip
TIERS = {
    "member": "会员 普通会员 职工 普通读者 在职 member", "retired": "退休 退休职工 离退休 退休会员 retired",
    "model": "劳模 劳动模范 工匠 先进 model", "family": "家属 家属卡 子女 少儿 family",
    "partner": "共建单位 合作单位 外单位 partner", "team": "班组 班组书箱 集体 team",
}  # fmt: skip
SEATS = {
    "confirmed": "已报名 已录取 录取 报名成功 成功 已确认 确认 正取 在读 已缴费 已交费 confirmed enrolled accepted",
    "waiting": "候补 排队 排队中 等候 轮候 备取 候补中 waiting waitlist waitlisted",
    "withdrawn": "已退课 退课 退班 退出 取消 已取消 取消报名 放弃 未录取 withdrawn cancelled canceled rejected",
}  # fmt: skip
DECISIONS = {"new": "新书 新 新书目 new", "same": "同书 同 合并 同一种 same"}

IN_BRACKETS = re.compile(r"[(\[【][^)\]】]*[)\]】]")
NO_LETTERS = re.compile(r"[\W_]+")


def plain_header(text: str) -> str:
    """作  者（必填）* is 作者."""
    return NO_LETTERS.sub("", IN_BRACKETS.sub("", narrow(text))).casefold()


def meanings(table: dict[str, str]) -> dict[str, str]:
    """Every name of a column, and the field that it means."""
    return {plain_header(word): field for field, words in table.items() for word in words.split()}


def written(table: dict[str, str], field: str) -> str:
    return table[field].split()[0]
