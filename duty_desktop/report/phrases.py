"""The report's own words, English and Japanese; what the law and the rating say comes with its own."""

from duty_desktop.estimate.result import StepKind
from duty_desktop.estimate.shipment import EntryKind, Transport
from duty_desktop.estimate.valuation import Treatment
from duty_desktop.lines.reading import ChargeKind
from duty_desktop.terms.text import Text

TITLE = Text("US duty estimate", "米国関税見積書")
DISCLAIMER = Text("Estimate, not legal advice", "見積りであり、法的助言ではありません")
PAGE_OF = Text("Page {page} of {pages}", "{page} / {pages} ページ")
ENTRY_DATE = Text("Entry date", "輸入申告日")
LAW_KNOWN_TO = Text("Law known to", "法令確認日")
EDITION = Text("Schedule edition", "税率表の版")
PROGRAM = Text("Program", "プログラム")
PROGRAM_VERSION = Text("Duty Desktop {version}", "Duty Desktop {version}")
REPORT_DATE = Text("Report date", "作成日")
CATEGORY_LINES = Text("{count} of them open", "うち未確定 {count}")
MORE_INVOICES = Text("and {count} more", "ほか{count}件")

FROM_TO = Text("{low} to {high}", "{low} ～ {high}")
OPEN = Text("open", "未定")
OR_MORE = Text("{low} or more", "{low} 以上")
OPEN_END = Text("open", "上限未定")
WHAT_WHERE = Text("{what} ({where})", "{what}（{where}）")
ON_SHEET = Text("sheet “{name}”", "シート「{name}」")
IN_ROW = Text("row {name}", "{name}行")
IN_COLUMN = Text("column {name}", "{name}列")
COMMA = Text(", ", "、")
CONTINUED = Text("{title} (continued)", "{title}（続き）")
LINE_COUNT = Text("{count} lines", "{count} 明細")
ONE_LINE = Text("1 line", "1 明細")
ALL_LINES = Text("all lines", "全明細")
LINE_NUMBERS = Text("Lines {lines}", "明細 {lines}")
LINE_NUMBER = Text("Line {lines}", "明細 {lines}")
YES = Text("Yes", "はい")
NO = Text("No", "いいえ")
NOT_DECLARED = Text("not declared", "未申告")
NOT_STATED = Text("not stated", "記載なし")

SUMMARY = Text("Summary", "要約")
SHIPMENT = Text("Shipment", "貨物")
IMPORTER = Text("Importer", "輸入者")
INVOICE = Text("Invoice", "インボイス")
INVOICE_OF = Text("{number} of {date}", "{number}（{date}）")
SELLER = Text("Seller", "売主")
BUYER = Text("Buyer", "買主")
TERMS_OF_SALE = Text("Terms of sale", "取引条件")
TRANSPORT = Text("Arrives by", "輸送手段")
VESSEL = Text("Vessel or flight", "船名・便名")
PORT = Text("Port", "港")
LOADED_ON = Text("Loaded on", "船積日")
ENTRY_KIND = Text("Kind of entry", "申告区分")
ORIGIN_DEFAULT = Text("Origin of lines that name none", "原産国の記載がない明細の原産国")
EXCHANGE_RATE = Text("Exchange rate", "為替レート")
RATE_SAYS = Text(
    "1 {currency} = {rate} USD (1 USD = {units} {currency})",
    "1 {currency} = {rate} USD（1 USD = {units} {currency}）",
)
SOURCE_FILE = Text("Read from", "読込元")
GOODS_LINES = Text("Goods lines", "物品明細")

BASIS_LINE = Text(
    "The totals on top are exact by invoice line, to the cent: for costing. What is filed is in even "
    "dollars per entry line (19 CFR 159.3); both stand side by side below.",
    "上段の合計は明細ごとにセント単位で計算した額（原価計算用）です。申告は申告行ごとに1ドル単位"
    "（19 CFR 159.3）で行います。両者を下に並べて示します。",
)
BASIS_FILING = Text(
    "The totals on top are on the filing basis: goods of one invoice alike in number, origin, headings "
    "and claims are one entry line, in even dollars (19 CFR 159.3). The exact sums by line stand beside.",
    "上段の合計は申告ベースです。同一インボイスで番号・原産国・99類番号・適用申請が同じ物品を1申告行とし、"
    "1ドル単位（19 CFR 159.3）で計算します。明細ごとの正確な合計も並べて示します。",
)
BASES = Text("Both bases", "計算方法の比較")
BASES_NOTE = Text(
    "They differ because a filed value is in even dollars and duty is rounded once per entry line.",
    "差は、申告価額を1ドル単位とし、税額を申告行ごとに1回だけ端数処理することによります。",
)
ITEM = Text("Item", "項目")
LINE_BASIS = Text("Exact by line", "明細ごと（正確）")
FILING_BASIS = Text("Filing basis", "申告ベース")
AT_MOST = Text("at most", "最大")
DIFFERENCE = Text("Difference", "差")
ENTERED_VALUE = Text("Entered value", "課税価額")
DUTY = Text("Duty", "関税")
MPF = Text("Merchandise processing fee (MPF)", "物品取扱手数料（MPF）")
HMF = Text("Harbor maintenance fee (HMF)", "港湾維持費（HMF）")
HMF_IF_OCEAN = Text("Harbor maintenance fee (HMF), only by ocean", "港湾維持費（HMF）、海上輸送の場合のみ")
TOTAL = Text("Total", "合計")
GRAND_TOTAL = Text("Duty and fees", "関税と手数料の合計")
REFUND_NOTE = Text(
    "{title}, refundable without interest: {sum}. {says} ({cites})",
    "{title}の還付対象額（利息を除く）：{sum}。{says}（{cites}）",
)
HMF_OPEN_NOTE = Text(
    "Transport not declared: the harbor maintenance fee of {fee} is due only if the goods arrive by ocean.",
    "輸送手段が未申告です。港湾維持費 {fee} は海上輸送の場合にのみ課されます。",
)

BY_CLASS = Text("By class", "区分別")
BY_MEASURE = Text("By measure", "措置別")
BY_HEADING = Text("By heading", "99類番号別")
BY_NOTE = Text(
    "Duty of settled lines; open lines stand apart with their range.",
    "税額が確定した明細の関税です。未確定の明細は範囲で別に示します。",
)
CLASS = Text("Class", "区分")
MEASURE = Text("Measure", "措置")
HEADING = Text("Heading", "99類番号")
LINES = Text("Lines", "明細")
LINE = Text("Line", "明細")
SHARE = Text("Share", "割合")
OPEN_LINES = Text("Open", "未確定")
OPEN_ROW = Text("Open lines", "未確定の明細")
DUTY_FROM = Text("Duty from", "関税（最小）")
DUTY_TO = Text("Duty to", "関税（最大）")
COLUMN_1 = Text("Column 1", "基本税率（第1欄）")
COLUMN_1_MEASURE = Text("Column 1 of the tariff", "関税率表第1欄")

CHARGES = Text("Charges of the invoice", "インボイスの諸費用")
CHARGE = Text("Charge", "費用")
KIND_OF = Text("Kind", "種類")
TREATMENT = Text("Treatment", "取扱い")
EFFECT = Text("Effect on the value (USD)", "課税価額への影響（USD）")
WHY = Text("Why", "理由")

SHEET = Text("Sheet", "シート")
ROW = Text("Row", "行")
ITEM_NUMBER = Text("Item no.", "品番")
DESCRIPTION = Text("Description", "品名")
HTS_NUMBER = Text("HTS number", "HTS番号")
ORIGIN = Text("Origin", "原産国")
QUANTITY = Text("Quantity", "数量")
UNIT = Text("Unit", "単位")
UNIT_PRICE = Text("Unit price", "単価")
PRICE_PER = Text("Price per", "単価の単位")
AMOUNT = Text("Amount", "金額")
CURRENCY = Text("Currency", "通貨")
VALUE_USD = Text("Value (USD)", "課税価額（USD）")
RATE = Text("Rate", "税率")
DUTY_USD = Text("Duty (USD)", "関税（USD）")
DUTY_PER_UNIT = Text("Duty per unit", "単位当たり関税")
HEADINGS = Text("Headings", "99類番号")
STATE = Text("State", "状態")
REASONS = Text("To confirm or answer", "確認・回答事項")
NOTE = Text("Note", "メモ")
CLASS_BY_LAW = Text("Class by law", "法令上の区分")
RATED = Text("rated", "確定")
REVIEW = Text("review", "要確認")

ENTRY_LINES = Text("Entry lines", "申告行")
ENTRY_NOTE = Text(
    "In the order of CBP Form 7501, columns 27 to 34; values in even dollars (19 CFR 159.3). "
    "Gross weight is not on the invoice.",
    "CBPフォーム7501の第27～34欄の順。価額は1ドル単位（19 CFR 159.3）。"
    "総重量はインボイスに記載がありません。",
)
PART_OF_VALUE = Text("Part", "部分")
ENTRY_NUMBERS = Text("HTSUS number", "HTSUS番号")
NET_QUANTITY = Text("Net quantity", "正味数量")
NET_QUANTITY_2 = Text("Second quantity", "第2数量")
UNIT_2 = Text("Second unit", "第2単位")
MPF_SHORT = Text("MPF", "MPF")
HMF_SHORT = Text("HMF", "HMF")
NET_WEIGHT = Text("Net weight (kg)", "正味重量（kg）")
EVEN_DOLLARS = Text("Value (even USD)", "価額（ドル単位）")
EXACT_VALUE = Text("Exact value", "正確な価額")
INVOICE_LINES = Text("Invoice lines", "インボイス明細")
FEES_NOTE = Text("MPF {mpf}. HMF {hmf}.", "MPF {mpf}。HMF {hmf}。")
INCLUDED_RATE = Text("{rate}, in the total rate", "{rate}（総合税率に含む）")
TOTAL_RATE = Text("{rate} total", "総合{rate}")

LANDED_COST = Text("Landed cost", "輸入原価")
LANDED_NOTE = Text(
    "Landed duty is the duty with the line's share of MPF and HMF by value. Filing differs by {difference} "
    "USD over the settled lines: values there are in even dollars, and duty is rounded once per entry line.",
    "輸入負担額は関税に、価額で按分したMPF・HMFを加えた額です。申告ベースとの差は確定明細の合計で"
    "{difference} USDです。申告では価額を1ドル単位とし、税額を申告行ごとに1回だけ端数処理するためです。",
)
LANDED_WITHOUT_HMF = Text(
    "Transport not declared: without the harbor maintenance fee.",
    "輸送手段が未申告のため、港湾維持費を含みません。",
)
PRICE_USD = Text("Price (USD)", "価格（USD）")
FEES = Text("MPF and HMF", "MPF・HMF")
LANDED = Text("Landed duty", "輸入負担額")
LANDED_FROM = Text("Landed from", "輸入負担額 （最小）")
LANDED_TO = Text("Landed to", "輸入負担額 （最大）")
OF_PRICE = Text("Share of price", "対価格比")
LANDED_PER_UNIT = Text("Landed duty per unit", "単位当たり 輸入負担額")
LANDED_FILED = Text("Landed duty as filed", "輸入負担額 （申告ベース）")

EXPLANATIONS = Text("Explanations", "説明")
EXPLANATION = Text("Explanation", "説明")
STATEMENT = Text("Statement", "内容")
OFFICIAL_WORDS = Text("Official words", "公式文言")
LISTED = Text("listed: {what}", "リスト掲載：{what}")
AT_MOMENT = Text("{days} ({moment})", "{days}（{moment}）")
NOT_PRINTED = Text(
    "(Not printed in the tariff at hand yet: the statement is the program's own.)",
    "（手元の関税率表に未掲載：記載は本プログラムによる説明です。）",
)
WORDS_READ_IN = Text("Read in", "出典の版")
IN_FORCE = Text("In force", "有効期間")
ARITHMETIC = Text("Arithmetic", "計算")
SOURCES = Text("Sources", "根拠法令")
STEP = Text("Step", "段階")
SINCE = Text("from {first}", "{first}から")
UNTIL = Text("to {last}", "{last}まで")
SINCE_UNTIL = Text("{first} to {last}", "{first}～{last}")
SHOWN_ON_LINE = Text("Figures of line", "計算した明細")
SHOWN_ON = Text("shown on line {line}", "明細 {line} の金額で計算")

SOME_EXPLANATIONS = Text(
    "The {shown} kinds of lines with the most duty, of {all}; the workbook has them all.",
    "全{all}種のうち関税額の大きい{shown}種の明細。すべてはワークブックにあります。",
)
ONLY_POSSIBLE = Text(
    "No settled line reports it; an open line might.",
    "確定した明細での適用はありません。未確定の明細に適用される可能性があります。",
)
LEGAL_BASIS = Text("Legal basis of the headings", "99類番号の法的根拠")
ASSUMPTIONS = Text("Assumptions", "前提")
ASSUMPTION = Text("Assumption", "前提")
ASSUMED_NOTE = Text(
    "Nobody declared these; the law or its practice lets the value stand. A declaration may change the duty.",
    "申告がなかったため、法令または実務に基づく値を用いました。申告により税額が変わることがあります。",
)
DECLARED = Text("Declared facts", "申告された事実")
FACT = Text("Fact", "事実")
VALUE_TAKEN = Text("Value taken", "用いた値")
WHOLE_VALUE = Text("the whole value", "価額の全額")
DECLARED_VALUE = Text("Declared", "申告値")

QUESTIONS = Text("Open questions", "未解決の質問")
QUESTION = Text("Question", "質問")
STAKE = Text("At stake (USD)", "影響額（USD）")
ANSWERS = Text("Answers and their duty", "回答と関税")
ANSWER_SAYS = Text("{answer}: {duty}", "{answer}：{duty}")
NO_QUESTIONS = Text("No open questions.", "未解決の質問はありません。")

CITE = Text("Source", "根拠")
SOURCE_TITLE = Text("Title", "題名")
PUBLISHED = Text("Published", "公布日")
SETTLES = Text("Used for", "適用先")

NOTICES = Text("Notices", "注意事項")
FINDINGS = Text("Found on the invoice", "インボイスについての指摘")
NOT_INCLUDED = Text("Not included", "含まれないもの")
CHECK = Text("Check", "検算")
CHECK_SAYS = Text("The sums of this workbook agree", "このブックの合計は一致しています")
CHECK_FAILS = Text("The sums do not agree: cells were changed", "合計が一致しません。セルが変更されています")
LISTED_FIRST = Text("Totals of the lines below", "下記明細の合計")

TRANSPORTS = {
    Transport.OCEAN: Text("ocean", "海上"),
    Transport.AIR: Text("air", "航空"),
    Transport.TRUCK: Text("truck", "トラック"),
    Transport.RAIL: Text("rail", "鉄道"),
}
ENTRY_KINDS = {
    EntryKind.FORMAL: Text("formal", "正式申告"),
    EntryKind.INFORMAL: Text("informal", "簡易申告"),
}
TREATMENTS = {
    Treatment.ADDED: Text("added to the value", "価額に加算"),
    Treatment.DEDUCTED: Text("deducted from the value", "価額から控除"),
    Treatment.IGNORED: Text("not in the value", "価額に含まない"),
}
CHARGE_KINDS = {
    ChargeKind.FREIGHT: Text("freight", "運賃"),
    ChargeKind.INSURANCE: Text("insurance", "保険料"),
    ChargeKind.PACKING: Text("packing", "梱包費"),
    ChargeKind.HANDLING: Text("handling", "取扱手数料"),
    ChargeKind.COMMISSION: Text("commission", "手数料"),
    ChargeKind.DISCOUNT: Text("discount", "値引き"),
    ChargeKind.TAX: Text("tax", "税"),
    ChargeKind.DEPOSIT: Text("deposit", "前受金"),
    ChargeKind.ASSIST: Text("assist", "アシスト"),
    ChargeKind.OTHER: Text("other", "その他"),
}
STEPS = {
    StepKind.COLUMN_1: COLUMN_1,
    StepKind.HEADING: HEADING,
    StepKind.NOT_APPLIED: Text("Not applied", "適用なし"),
    StepKind.ASSUMPTION: ASSUMPTION,
    StepKind.QUESTION: Text("Open question", "未解決の質問"),
    StepKind.NOTICE: Text("Notice", "注意"),
}
