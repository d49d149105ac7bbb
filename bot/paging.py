"""A draft read in the chat page by page; a reply to a page is a wish about its part."""

from telegram import InlineKeyboardMarkup

from bot.asked import Asked, Pressed
from bot.errors import Stale
from bot.replies import pages
from bot.reviewing import Reviewing
from bot.telling import put_in_place, say
from drafting.form import form_named
from drafting.review import Draft
from storage.errors import StorageError
from storage.store import Store


class Paging:
    def __init__(self, store: Store, reviewing: Reviewing) -> None:
        self._store = store
        self._reviewing = reviewing

    async def press_read(self, pressed: Pressed) -> None:
        """Show a page as a message of its own."""
        text, keyboard = self._page(pressed)
        await say(pressed.asked.bot, pressed.asked.chat_id, text, keyboard)

    async def press_turn(self, pressed: Pressed) -> None:
        """Show a page in the place of the one whose button was pressed."""
        asked = pressed.asked
        await put_in_place(asked.bot, asked.chat_id, asked.message_id, *self._page(pressed))

    def _page(self, pressed: Pressed) -> tuple[str, InlineKeyboardMarkup]:
        draft = self._reviewing.current(pressed)
        shown = _pages(draft)
        number = int(pressed.more) if pressed.more.isdecimal() else 1
        if not 1 <= number <= len(shown):
            raise Stale
        text = pages.page_text(draft, shown[number - 1], number, len(shown))
        return text, pages.page_keyboard(draft, number, len(shown), pressed.asked.role)

    async def hear_wish(self, asked: Asked) -> bool:
        """A reply to a page: what is to be different in that part. Replies to pages of older drafts are notes."""
        found = pages.page_of(asked.reply_text)
        if found is None:
            return False
        try:
            draft = self._store.drafts.get(found[0])
        except StorageError:
            return False
        latest = self._store.drafts.latest(draft.trip)
        if latest is None or latest.id != draft.id or draft.trip != self._store.trips.current(asked.chat_id):
            return False
        shown = _pages(draft)
        if not 1 < found[1] <= len(shown):
            return False
        page = shown[found[1] - 1]
        await say(asked.bot, asked.chat_id, pages.wish_taken(page.title))
        wish = f"{page.title}　{asked.text.strip()}"
        await self._reviewing.ask_for_draft(asked, draft.trip, draft.recipe.writer, wish)
        return True


def _pages(draft: Draft) -> list[pages.Page]:
    return pages.pages(draft, form_named(draft.report.form)) if draft.report else []
