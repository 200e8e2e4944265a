#!/usr/bin/env python3
"""Fails when a test was skipped that CI can run.

usage: skipped.py SUREFIRE_REPORTS

A skipped test says why. These reasons are fine in CI, since what they miss cannot be had there: see ALLOWED. Istio's
golden data is not ours to carry: its tests may be skipped only where the folder `shared` does not lie beside the clone.
"""
import glob
import os
import sys
import xml.etree.ElementTree as tree

ALLOWED = ('needs Docker', 'needs root', 'needs a real Envoy', 'needs kubectl', 'needs Chromium')

GOLDEN = 'conformance/istio'
TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def golden_is_here():
    """As lab.Shared of the tests looks for it: LAB_SHARED, or `shared` beside the clone or further up."""
    if os.environ.get('LAB_SHARED'):
        return os.path.isdir(os.path.join(os.environ['LAB_SHARED'], GOLDEN))
    folder = TOP
    while not os.path.isdir(os.path.join(folder, 'shared', GOLDEN)):
        if folder == os.path.dirname(folder):
            return False
        folder = os.path.dirname(folder)
    return True


if not golden_is_here():
    ALLOWED += ('needs ../shared/' + GOLDEN,)

tests, skipped, wrong = 0, 0, []
for path in sorted(glob.glob(os.path.join(sys.argv[1], 'TEST-*.xml'))):
    for case in tree.parse(path).getroot().iter('testcase'):
        tests += 1
        skip = case.find('skipped')
        if skip is None:
            continue
        skipped += 1
        reason = skip.get('message') or (skip.text or '').strip()
        print('skipped: %s.%s: %s' % (case.get('classname'), case.get('name'), reason))
        if not any(word in reason for word in ALLOWED):
            wrong.append(case)
print('%d tests, %d skipped, %d of them without need' % (tests, skipped, len(wrong)))
sys.exit(1 if wrong or not tests else 0)
