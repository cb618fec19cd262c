from yinfeng.lexicon.trade_words import branches, forms, project_ends, trade_groups


def test_words_of_one_trade_share_a_name() -> None:
    groups = trade_groups()
    assert groups["汽配"] == groups["汽车精密件"] == groups["汽车零部件"]
    assert groups["照明"] != groups["齿轮"]


def test_longer_endings_come_first() -> None:
    for words in (forms(), branches(), project_ends()):
        assert list(words) == sorted(words, key=len, reverse=True)
        assert len(set(words)) == len(words)
