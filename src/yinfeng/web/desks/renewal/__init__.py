"""更新: blocks that are vacated and used again, their owners and tenants, what they are paid."""
