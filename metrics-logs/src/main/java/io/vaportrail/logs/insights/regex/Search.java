package io.vaportrail.logs.insights.regex;

import io.vaportrail.logs.insights.regex.Program.Op;
import java.util.Arrays;

/**
 * Tries a program at one place of a text after the other, always first what the expression prefers, as RE2 does. It takes no more than a
 * fixed number of steps for each byte of the text: beyond that it gives up. For one thread.
 */
final class Search {
    static final int NOT_FOUND = 0;
    static final int FOUND = 1;

    /** Somebody else has to look. */
    static final int TOO_MUCH = 2;

    private static final int STEPS_EACH = 16;
    private static final int STEPS = 512;

    /** An entry of the stack: a step, a place and a limit. */
    private static final int ENTRY = 3;

    private static final int NO_BYTE = Program.NO_BYTE;

    /** Below are steps to go on at, from here on places to forget. */
    private static final int RESTORE = 1 << 20;

    private final Program program;
    private final Op[] ops;
    private final CharSet[] sets;
    private final int[] x;
    private final int[] y;
    private final int[] then;
    private final int[] saved;
    private int[] stack = new int[64 * ENTRY];
    private int top;
    private byte[] text = new byte[0];
    private int start;
    private int end;
    private long left;
    private int step;
    private int place;

    Search(Program program) {
        this.program = program;
        this.ops = program.ops.toArray(new Op[0]);
        this.sets = program.sets.toArray(new CharSet[0]);
        this.x = program.x;
        this.y = program.y;
        this.then = program.then;
        this.saved = new int[2 * (program.groups + 1)];
    }

    int start(int group) {
        return saved[2 * group];
    }

    int end(int group) {
        return saved[2 * group + 1];
    }

    /** Looks through a text. */
    int find(byte[] buffer, int from, int to) {
        if (program.asciiOnly && !Bytes.isAscii(buffer, from, to)) {
            return TOO_MUCH;
        }
        text = buffer;
        start = from;
        end = to;
        left = STEPS + (long) STEPS_EACH * (to - from);
        int at = from;
        while (true) {
            at = candidate(at);
            if (at < 0) {
                return NOT_FOUND;
            }
            Arrays.fill(saved, -1);
            int behind = run(at);
            if (behind >= 0) {
                saved[0] = at;
                saved[1] = behind;
                return FOUND;
            }
            if (left < 0) {
                return TOO_MUCH;
            }
            at = next(at);
            if (at < 0) {
                return NOT_FOUND;
            }
        }
    }

    /** The next place where it could begin, or -1. */
    private int candidate(int at) {
        if (program.prefix.length > 0) {
            return Bytes.indexOf(text, at, end, program.prefix);
        }
        CharSet first = program.first;
        if (first == null || program.anchored) {
            return at;
        }
        int found = at;
        while (found < end && (text[found] >= 0 ? !first.has(text[found]) : !first.others())) {
            found = behind(found);
        }
        return found == end ? -1 : found;
    }

    /** The place to try after one has failed, or -1. */
    private int next(int at) {
        if (program.anchored || at >= end) {
            return -1;
        }
        if (program.takesLine) {
            int line = at;
            while (line < end && text[line] != '\n') {
                line++;
            }
            // What is behind the last line is nothing, and has been tried.
            return line == end ? -1 : line + 1;
        }
        return behind(at);
    }

    private int behind(int at) {
        int next = at + 1;
        while (next < end && isWithin(text[next])) {
            next++;
        }
        return next;
    }

    /** Whether a character goes on with it. */
    private static boolean isWithin(byte c) {
        return (c & 0xc0) == 0x80;
    }

    /** Where it ends when it begins here, or -1. */
    private int run(int from) {
        top = 0;
        step = 0;
        place = from;
        while (ops[step] != Op.FOUND) {
            if (--left < 0 || !advance() && !resume()) {
                return -1;
            }
        }
        return place;
    }

    /** Does one step; {@code false} when it leads nowhere. */
    private boolean advance() {
        int now = step;
        int at = place;
        switch (ops[now]) {
            case BYTE:
                place = at + 1;
                step = now + 1;
                return at < end && text[at] == x[now];
            case ONE:
                place = taken(sets[now], at);
                step = now + 1;
                return place > at;
            case GREEDY:
                return goOn(now, greedy(now, at));
            case LAZY:
                return goOn(now, lazy(now, at));
            case EITHER:
                push(y[now], at, 0);
                step = x[now];
                return true;
            case JUMP:
                step = x[now];
                return true;
            case SAVE:
                push(RESTORE + x[now], saved[x[now]], 0);
                saved[x[now]] = at;
                step = now + 1;
                return true;
            default:
                step = now + 1;
                return isAt(ops[now], at);
        }
    }

    private boolean goOn(int now, int at) {
        step = now + 1;
        place = at;
        return at >= 0;
    }

    /** Goes back to the last place where something else may lead on; {@code false} when there is none. */
    private boolean resume() {
        while (top > 0) {
            top -= ENTRY;
            int back = stack[top];
            int at = stack[top + 1];
            int limit = stack[top + 2];
            if (back >= RESTORE) {
                saved[back - RESTORE] = at;
            } else if (limit == 0) {
                step = back;
                place = at;
                return true;
            } else if (goOn(back, ops[back] == Op.GREEDY ? fewer(back, at, limit - 1) : more(back, at, limit - 1))) {
                return true;
            }
        }
        return false;
    }

    private void push(int back, int at, int limit) {
        if (top == stack.length) {
            stack = Arrays.copyOf(stack, top * 2);
        }
        stack[top] = back;
        stack[top + 1] = at;
        stack[top + 2] = limit;
        top += ENTRY;
    }

    /** The place behind a character of the set, or the same place. */
    private int taken(CharSet set, int at) {
        if (at >= end) {
            return at;
        }
        byte c = text[at];
        if (c >= 0) {
            return set.has(c) ? at + 1 : at;
        }
        return set.others() ? behind(at) : at;
    }

    /** Takes all it can; where less may lead on too, that is remembered. */
    private int greedy(int loop, int from) {
        CharSet set = sets[loop];
        int least = x[loop];
        int most = y[loop];
        int leastAt = from;
        int at = from;
        int count = 0;
        while (count < most) {
            int next = taken(set, at);
            if (next == at) {
                break;
            }
            at = next;
            if (++count == least) {
                leastAt = at;
            }
        }
        left -= count;
        if (count < least) {
            return -1;
        }
        if (at > leastAt && mayStop(loop)) {
            push(loop, at, leastAt + 1);
        }
        return at;
    }

    /** Whether what must come next can be one of the characters that are taken: if not, there is one place to stop. */
    private boolean mayStop(int loop) {
        int wanted = then[loop];
        return wanted == NO_BYTE || (wanted < 0 ? sets[loop].others() : sets[loop].has(wanted));
    }

    /** One character less, or as many as it takes until what must come next does; -1 when there are no fewer. */
    private int fewer(int loop, int from, int leastAt) {
        int wanted = then[loop];
        int at = from;
        do {
            if (at <= leastAt) {
                return -1;
            }
            at--;
            while (at > leastAt && isWithin(text[at])) {
                at--;
            }
            left--;
        } while (wanted != NO_BYTE && text[at] != wanted);
        if (at > leastAt) {
            push(loop, at, leastAt + 1);
        }
        return at;
    }

    /** Takes as few as it must. */
    private int lazy(int loop, int from) {
        int at = from;
        for (int i = 0; i < x[loop]; i++) {
            int next = taken(sets[loop], at);
            if (next == at) {
                return -1;
            }
            at = next;
        }
        left -= x[loop];
        return until(loop, at, x[loop]);
    }

    /** One character more, and as many as it takes until what must come next does; -1 when there are no more. */
    private int more(int loop, int from, int count) {
        int at = taken(sets[loop], from);
        return at == from ? -1 : until(loop, at, count + 1);
    }

    private int until(int loop, int from, int before) {
        int wanted = then[loop];
        int at = from;
        int count = before;
        while (wanted != NO_BYTE && (at >= end || text[at] != wanted)) {
            int next = count == y[loop] ? at : taken(sets[loop], at);
            if (next == at) {
                return -1;
            }
            at = next;
            count++;
            left--;
        }
        if (count < y[loop] && mayStop(loop)) {
            push(loop, at, count + 1);
        }
        return at;
    }

    private boolean isAt(Op op, int at) {
        return switch (op) {
            case START -> at == start;
            case END -> at == end;
            case WORD_EDGE -> isEdge(at);
            default -> !isEdge(at);
        };
    }

    private boolean isEdge(int at) {
        boolean before = at > start && text[at - 1] >= 0 && CharSet.WORD.has(text[at - 1]);
        boolean after = at < end && text[at] >= 0 && CharSet.WORD.has(text[at]);
        return before != after;
    }
}
