#!/usr/bin/env python3
"""A scripted learner in a pty: takes the whole course, makes mistakes, is killed once and goes on.

usage: terminal_session.py COMMAND [ARGUMENT…]     such as: terminal_session.py ./lab

Follows the grey suggestion with the right arrow, answers questions, asks for the solution of each task and types it.
Exit 0 when the course was done to its end, 1 with the last screen otherwise.
"""
import os
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import time
import fcntl
import termios

PROMPT = re.compile(r'L(\d\d) (\d+)/(\d+) (?:\[1-(\d)\] )?\$ ')
ESCAPES = re.compile(r'\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()][A-Za-z0-9]|\x1b[=>78M]|\x1b\][^\x07]*\x07|\r|\x0f|\x0e')
PATIENCE = 60
QUIET = 0.3
# What the editor switches on when it begins to read a line, and so after everything that a command printed.
READING = '\x1b[?2004h'
# The right arrow in the mode that the editor puts a terminal into.
RIGHT = '\x1bOC'


class Learner:
    def __init__(self, command, home):
        self.command, self.home, self.text, self.all = command, home, '', ''
        self.start()

    def start(self):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM='xterm-256color', LAB_HOME=self.home, LANG='C.UTF-8')
            os.environ.pop('NO_COLOR', None)
            os.execvp(self.command[0], self.command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', 50, 110, 0, 0))

    def read(self, until=None, patience=PATIENCE):
        """Read until a new prompt (or the pattern) has come and nothing more does; return what came since the last call."""
        got, end, last = '', time.time() + patience, time.time()
        while time.time() < end:
            ready, _, _ = select.select([self.fd], [], [], 0.1)
            if ready:
                try:
                    piece = os.read(self.fd, 65536)
                except OSError:
                    piece = b''
                if not piece:
                    break
                got += piece.decode('utf-8', 'replace')
                last = time.time()
            elif time.time() - last > QUIET and self.seen(until, got):
                break
        got = ESCAPES.sub('', got)
        self.all += got
        self.text = got
        return got

    @staticmethod
    def seen(until, got):
        if until:
            return until.search(ESCAPES.sub('', got))
        return READING in got and PROMPT.search(ESCAPES.sub('', got[got.rindex(READING):]))

    def where(self):
        """Lesson, step, steps, number of choices (or None) of the newest prompt."""
        found = PROMPT.findall(self.all)
        if not found:
            self.fail('no prompt came')
        lesson, step, steps, choices = found[-1]
        return int(lesson), int(step), int(steps), int(choices) if choices else None

    def type(self, text, until=None):
        os.write(self.fd, text.encode())
        return self.read(until)

    def fail(self, why):
        print('\n'.join(self.all.splitlines()[-60:]))
        print('FAILED: ' + why)
        self.end()
        sys.exit(1)

    def expect(self, pattern, what):
        if not re.search(pattern, self.text):
            self.fail('%s: %r did not come' % (what, pattern))
        print('ok: ' + what)

    def end(self):
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (OSError, ChildProcessError):
            pass
        os.close(self.fd)


def mistakes(learner):
    learner.type('kubctl get pods\r')
    learner.expect('kubctl: command not found', 'a mistyped command is refused as a shell does')
    learner.type('kubectl get pods --nosuch\r')
    learner.expect('unknown flag: --nosuch', 'an unknown flag is refused as kubectl does')
    learner.type('while true; do true; done\r', re.compile('while'))
    time.sleep(0.5)
    learner.type('\x03')
    learner.type('echo still here $?\r')
    learner.expect('still here 130', 'Ctrl-C stops the running command only')
    learner.type(':help\r')
    learner.expect(':solution', 'the lab words are listed')


def step(learner):
    """Do one step; return False when the course has ended."""
    lesson, number, _, choices = before = learner.where()
    if choices:
        learner.type('1\r')
        return moved(learner, before, 'question')
    for _ in range(30):
        learner.type(RIGHT + '\r')
        if learner.where() != before or ended(learner):
            return moved(learner, before, 'command')
        if re.search('not what this step expects|[Nn]ot yet', learner.text):
            # What the cluster does takes its time, as on a real one.
            time.sleep(2)
        elif learner.text.count('\n') < 2:
            # Nothing was suggested: this is a task.
            break
    learner.type(':solution\r')
    commands = re.findall(r'^  \$ (.*(?:\n  > .*)*)', learner.text, re.M)
    for command in commands:
        lines = [re.sub(r'^  > ', '', line) for line in command.split('\n')]
        learner.type('\n'.join(line.rstrip() for line in lines) + '\r')
    for _ in range(20):
        if learner.where() != before or ended(learner) or 'Not yet there' not in learner.text:
            break
        time.sleep(1)
        learner.type(commands[-1] + '\r')
    if learner.where() == before and not ended(learner):
        learner.type(':check\r')
    return moved(learner, before, 'task')


def ended(learner):
    return 'This was the last lesson' in learner.all or 'The course is done' in learner.all


def moved(learner, before, what):
    if ended(learner):
        return False
    if learner.where() == before:
        learner.fail('the %s of L%02d step %d did not pass' % ((what,) + before[:2]))
    return True


def main():
    home = tempfile.mkdtemp(prefix='lab-learner')
    learner = Learner(sys.argv[1:], home)
    learner.read()
    if learner.where()[:2] != (1, 1):
        learner.fail('the course does not begin at its beginning')
    mistakes(learner)
    killed = done = 0
    while step(learner):
        done += 1
        if not killed and learner.where()[0] == 2 and learner.where()[1] > 3:
            killed = learner.where()
            learner.end()
            learner = Learner(sys.argv[1:], home)
            learner.read()
            if learner.where()[:2] != killed[:2]:
                learner.fail('after a kill at %s the lab goes on at %s' % (killed, learner.where()))
            learner.type('kubectl get pods\r')
            learner.expect(r'sleep-\w+-\w+ ', 'after a kill the lab goes on where it was, with the same pods')
    print('ok: %d steps to the end of the course' % (done + 1))
    learner.type(':lessons\r')
    learner.expect(r'of \d+ points', 'the score is shown')
    learner.type(':quit\r', re.compile('progress is kept'))
    learner.expect('progress is kept', 'the lab says goodbye')
    learner.end()
    shutil.rmtree(home, ignore_errors=True)
    if not killed:
        print('FAILED: the learner was never killed')
        sys.exit(1)


main()
