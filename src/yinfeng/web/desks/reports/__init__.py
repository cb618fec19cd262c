"""Reports of the workspace: daily, weekly and monthly, sealed and numbered when they are issued."""
