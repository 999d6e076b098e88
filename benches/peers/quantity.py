"""Finds the quantities of a text with quantulum3, as benches/quantity.rs asks for it.

Reads the text from standard input. Prints, separated by tabs: name and version, quantities found, seconds of the processor without the start of
Python, imports and a first reading. The classifier, which needs more packages and takes longer, is off.
"""

import importlib.metadata
import sys
import time

sys.stdin.reconfigure(encoding="utf-8")
text = sys.stdin.read()

from quantulum3 import parser

parser.parse("almost 600 million users", classifier_path=None)
# Sentence by sentence, as it is fastest: on longer texts it takes longer than in proportion.
sentences = [sentence + "." for sentence in text.split(". ")]
start = time.process_time()
found = sum(len(parser.parse(sentence)) for sentence in sentences)
seconds = time.process_time() - start
print("quantulum3 " + importlib.metadata.version("quantulum3"), found, seconds, sep="\t")
