"""Why a charge of an invoice is or is not part of the entered value, in words (19 U.S.C. 1401a)."""

from duty_desktop.terms.text import Text

WHY = {
    "person": Text("Decided by hand.", "手入力による判断。"),
    "on-top": Text(
        "Shown on its own and not part of the goods' prices; freight and insurance to the United States "
        "are not part of the entered value (19 CFR 152.103(a)(5)).",
        "単独で記載され、商品価格に含まれない。米国までの運賃・保険料は課税価格に含まれない"
        "（19 CFR 152.103(a)(5)）。",
    ),
    "in-price": Text(
        "Part of the goods' prices under these terms and shown on its own: taken out, in proportion to "
        "value (19 CFR 152.103(a)(5)).",
        "この取引条件では商品価格に含まれ、かつ単独で記載されているため、価格比で控除する"
        "（19 CFR 152.103(a)(5)）。",
    ),
    "not-shown": Text(
        "Whether these terms' prices contain it is not shown by the invoice's total: nothing is deducted "
        "until a person says so (19 CFR 152.103(a)(5)).",
        "この取引条件の価格に含まれるかどうかがインボイスの合計額から分からないため、確認されるまで控除しない"
        "（19 CFR 152.103(a)(5)）。",
    ),
    "duty-in-price": Text(
        "US duties and taxes inside a delivered price and shown on their own are not part of the entered "
        "value (19 U.S.C. 1401a(b)(3)(B)).",
        "持込渡し価格に含まれ、かつ単独で記載された米国の関税・税は課税価格に含まれない"
        "（19 U.S.C. 1401a(b)(3)(B)）。",
    ),
    "packing": Text(
        "Packing is part of the entered value; spread in proportion to value (19 U.S.C. 1401a(b)(1)(A)).",
        "包装費は課税価格に含まれ、価格比で配分する（19 U.S.C. 1401a(b)(1)(A)）。",
    ),
    "commission": Text(
        "A selling commission is part of the entered value; a buying commission is not: change this when "
        "it is one (19 U.S.C. 1401a(b)(1)(B)).",
        "販売手数料は課税価格に含まれる。買付手数料であれば含まれないため変更のこと"
        "（19 U.S.C. 1401a(b)(1)(B)）。",
    ),
    "assist": Text(
        "Assists are part of the entered value (19 U.S.C. 1401a(b)(1)(C)).",
        "アシスト（無償提供品等）は課税価格に含まれる（19 U.S.C. 1401a(b)(1)(C)）。",
    ),
    "discount": Text(
        "A discount agreed before export lowers the price paid; spread in proportion to value.",
        "輸出前に合意された値引きは支払価格を減額する。価格比で配分する。",
    ),
    "tax": Text(
        "Taxes are not counted into the entered value; exports of Japan are free of consumption tax.",
        "税は課税価格に算入しない。日本からの輸出は消費税が免税となる。",
    ),
    "deposit": Text(
        "Money paid earlier does not change the price of the goods.",
        "前払金は商品の価格を変えない。",
    ),
    "paid": Text(
        "Paid to the seller for the goods and not for carriage to the United States: part of the price.",
        "米国までの輸送以外に売り手へ支払われるもので、価格の一部である。",
    ),
    "unnamed-credit": Text(
        "A credit that is not called a discount lowers nothing until a person says it is one.",
        "値引きと明示されていない減額は、値引きと確認されるまで控除しない。",
    ),
    "more-than-goods": Text(
        "Not applied: together the deductions are as large as the goods themselves. Check the amounts.",
        "適用せず：控除の合計が商品の価額以上となる。金額を確認すること。",
    ),
}
