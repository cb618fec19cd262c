"""What is loaded before the first file is read."""

import subprocess
import sys

HEAVY = ("lxml", "docx", "openpyxl", "xlrd", "pypdfium2", "PIL", "numpy", "rapidocr", "email")


def test_importing_intake_loads_no_library_of_a_format() -> None:
    words = f"import sys, yinfeng.intake.folders; print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
