"""Given names by the pronoun they mostly go with; written from general knowledge, and only ever one hint of several."""

from __future__ import annotations

HE = frozenset(
    """aaron abdul abdullah adam adrian ahmed alan albert alejandro alex alexander alexei alfred ali amir
    anders andre andreas andrei andrew andriy andrzej angus anthony anton antonio arthur barack barry
    ben benjamin bernard bernie bill bjorn bo bob boris brad brandon brendan brian bruce bruno carl
    carlos charles charlie chris christian christopher chuck clarence colin connor craig cyrus dan
    daniel david dean dennis derek diego dieter dimitri dirk dmitri dmitry dmytro donald doug douglas
    duncan ed eddie edgar eduardo edward elias emil emmanuel eric erik ernest ethan eugene evan ewan
    felipe felix fernando francis francois frank franz fred frederick friedrich gareth gary gavin geert
    geoffrey george gerald gerard giovanni glenn gordon graham greg gregory guillermo gus gustav guy
    hamid hans harold harry hassan hector heinrich hendrik henri henrik henry herbert hiroshi howard
    hugh hugo hussein ian ibrahim idris igor ilya ismail ivan jack jacob jacques jaime jair jake james
    jan jared jari jason javier jean jeff jeffrey jens jeremy jerry jesus jim jimmy joachim joe joel
    johan john johannes jon jonas jonathan joost jorge jose josef joseph josh joshua juan julian jurgen
    justin kamal karl keir keith ken kenji kenneth kevin khalid klaus kofi konrad kurt kwame larry lars
    laurent lawrence leo leon leonard lewis liam louis luca lucas luis luke magnus mahmoud marc marcel
    marco marcus mario mark markus martin mateo matt matteo matthew max michael michel miguel mike
    mikhail mitch mitt mohamed mohammad mohammed moritz muhammad narendra nathan neil nelson nicholas
    nick nicolas niels nigel nils noah norman olaf ole oleg oleh oleksandr oliver olivier omar oscar
    otto owen pablo pascal patrick paul pavel pedro per pete peter petro phil philip philippe pierre
    piet piotr rafael rajiv ralph ramon rashid raul ravi ray raymond reinhard rex ricardo richard rick
    robert roberto rodrigo roger roland rolf roman ron ronald roy rudolf russell ryan sadiq salman sam
    samuel sanjay scott sean sebastian sergei sergey sergio serhiy seth simon stefan stephen steve
    steven stuart sven ted terry theo thomas tim timothy toby todd tom tomas tomasz tommy tony travis
    trevor tyler vaclav victor viktor vincent vladimir volodymyr walter warren werner wilhelm will
    willem william winston wolfgang xavier yusuf yuri zoltan marek taras mykola arjun vikram hiro
    takashi wei-ming joao paulo thiago enrique esteban ignacio ruben bashir tariq farid jamal malik
    osman emre mehmet mustafa kemal yossi moshe avi shlomo""".split()
)
SHE = frozenset(
    """abigail ada adele agnes aisha alexandra alice alicia alison amanda amara amelia amina amy ana anastasia
    andrea angela angelina anita ann anna anne annika antonia aoife astrid audrey barbara beata beatrice
    becky berta beth betsy betty beverly birgit bridget brigitte camila carla carmen carol carolina
    caroline catherine cathy cecilia charlotte cheryl chiara christina christine cindy claire clara
    claudia cynthia daisy daniela danielle debbie deborah denise diana diane dolores donna dora doris
    dorothy edda edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen elsa emily emma
    erica erika esther eva eve evelyn fatima fiona florence frances francesca frida gabriela gail
    georgia gertrude gina giulia gloria grace greta gretchen hanna hannah harriet heather heidi helen
    helena helene henrike hillary ida ilse ines ingrid irene irina iris isabel isabella isabelle ivana
    ivanka jacqueline jane janet janice jean-marie jennifer jenny jessica jill jo joan joanna jocelyn
    johanna josephine joyce juanita judith judy julia juliana julie june kamala karen karin karolina
    kate katherine kathleen kathryn kathy katie katrina kayla keiko kelly kerstin kim kirsten kristen
    kristina larissa laura lauren leah leila lena leslie leticia lidia lillian lina linda lindsay lisa
    liz lorena lotte louise lucia lucy ludmila luisa lydia madeleine magdalena maggie malala maren
    margaret margarita margit margot maria mariam marian marianne marie marina marion marissa marit
    marta martha martina mary maryam maureen maya megan megyn melania melanie melissa meredith mette
    michelle mina miriam molly monica monika nadia nadine nancy naomi natalia natalie natasha nicola
    nicole nikki nina nora norma oksana olena olga olivia paloma pamela patricia paula pauline peggy
    penelope petra philippa phyllis priya rachel ramona rebecca renee rita roberta rosa rosalind rose
    roxanne ruth sabine sally samantha sandra sara sarah selma serena sharon sheila shirley silvia
    simone sofia sonia sonya sophia sophie stella stephanie sue susan susana susanne suzanne svetlana
    sylvia tamara tania tanya tatiana teresa theresa tiffany tina tracy ulrike ursula valentina valeria
    valerie vanessa vera veronica victoria viktoria violet virginia vivian wanda wendy yasmin yolanda
    yulia yvette yvonne zahra zainab zoe bettina anneliese dana lakshmi sunita indira anjali mei yuki
    sakura noor samira layla nour hala rania ngozi chioma amal""".split()
)
_HE_WORDS = frozenset(
    """mr sir lord king prince pope father brother chairman congressman spokesman businessman councilman
    alderman husband son grandfather uncle nephew actor waiter baron imam rabbi fisherman""".split()
)
_SHE_WORDS = frozenset(
    """mrs ms miss lady dame queen princess sister chairwoman congresswoman spokeswoman businesswoman
    councilwoman wife mother daughter grandmother aunt niece actress""".split()
)


def pronoun_of(word: str) -> str:
    """Return he or she for a given name, title or role in lower case; empty when it tells nothing.

    >>> pronoun_of("ingrid"), pronoun_of("mr"), pronoun_of("robin")
    ('she', 'he', '')
    """
    if word in HE or word in _HE_WORDS:
        return "he"
    return "she" if word in SHE or word in _SHE_WORDS else ""
