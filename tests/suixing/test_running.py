"""`run` begins only with what it needs; what is missing is one sentence, and nothing was started."""

HOOK = {"SUIXING_WEBHOOK_URL": "https://bot.example.org/a-path", "SUIXING_TELEGRAM_TOKEN": "1:A"}


def test_without_a_token_it_says_where_to_get_one(run):
    done = run.child("run")
    assert (done.status, done.out) == (2, "")
    assert "請先設定 SUIXING_TELEGRAM_TOKEN" in done.sentence


def test_a_webhook_without_a_secret_would_let_anybody_speak_as_telegram(run):
    done = run.child("run", **HOOK)
    assert (done.status, done.out) == (2, "")
    assert "請一併設定 SUIXING_WEBHOOK_SECRET" in done.sentence


def test_a_secret_that_telegram_would_not_take_is_refused(run):
    done = run.child("run", SUIXING_WEBHOOK_SECRET="two words", **HOOK)
    assert (done.status, done.out) == (2, "")
    assert "SUIXING_WEBHOOK_SECRET" in done.err
