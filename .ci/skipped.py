#!/usr/bin/env python3
"""Fails when a test was skipped that CI can run.

usage: skipped.py SUREFIRE_REPORTS

A skipped test says why. These reasons are fine in CI, since what they miss cannot be had there: see ALLOWED.
"""
import glob
import os
import sys
import xml.etree.ElementTree as tree

ALLOWED = ('needs Docker', 'needs root', 'needs a real Envoy', 'needs kubectl', 'needs Chromium')

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
