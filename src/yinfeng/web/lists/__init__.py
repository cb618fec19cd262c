"""Lists: one definition a list serves its page, filters, exports, bulk edits, imports and past."""
