"""What pages print around an article in other languages than English, where no name of an element says so."""

from __future__ import annotations

import re

# What stands above a link to another article, or above the tags.
POINTER = re.compile(
    r"\W*(?:czytaj (?:więcej|także|też)|etiketler|mehr zum thema|lesen sie (?:auch|mehr)|weiterlesen|lies auch|"
    r"lire aussi|à lire aussi|lee también|lea también|leer más|leggi anche|leia (?:também|mais)|lees ook|les også|"
    r"läs också|læs også|lue myös|čtěte také|přečtěte si|čitaj aj|olvassa el|читайте также|関連記事|関連キーワード|"
    r"おすすめ情報|empfohlener (?:redaktioneller|externer) inhalt|link zum youtube-inhalt|externer inhalt)\W*",
    re.IGNORECASE,
)
# What opens the box below an article, or the one that covers its rest.
OVER = re.compile(
    r"\W*(?:(?:wie )?hat (?:ihnen|dir|euch) (?:dieser|der) (?:artikel|beitrag) gefallen|"
    r"diese[rs]? (?:artikel|inhalt|beitrag) ist (?:exklusiv|nur) für|"
    r"(?:cet article|la suite) est réservée? aux abonnés|il vous reste [\d.,]+ ?% de cet article|"
    r"(?:contenido|artículo) (?:exclusivo|solo) para suscriptores|suscríbete para seguir leyendo|"
    r"questo (?:articolo|contenuto) è riservato agli abbonati|(?:conteúdo|matéria) exclusiv[ao] para assinantes|"
    r"dit artikel is (?:alleen |exclusief )?voor abonnees|"
    r"この記事は(?:会員|有料)|有料会員になると|続きを読むには|残り[\d,]+文字)",
    re.IGNORECASE,
)
# A line that is nothing but the time of publication, in Chinese or Japanese.
STAMP = re.compile(r"\W*\d{4}年\d{1,2}月\d{1,2}日[\d\s年月日時时分更新公開发布配信来源():（）：]{0,60}")
