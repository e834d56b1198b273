package io.vaportrail.sqs.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap whose items know their place, so that any of them is removed or moved in logarithmic time. Not safe for
 * use by several threads: it lives under a queue's lock.
 */
abstract class IndexedHeap<T> {
    private static final int INITIAL_CAPACITY = 8;

    private @Nullable Object[] items = new Object[INITIAL_CAPACITY];
    private int size;

    /** Whether the first item comes out before the second. A total order. */
    abstract boolean before(T first, T second);

    /** The place last given to the item, or -1. */
    abstract int place(T item);

    abstract void setPlace(T item, int place);

    final int size() {
        return size;
    }

    final boolean contains(T item) {
        return place(item) >= 0;
    }

    final @Nullable T peek() {
        return size == 0 ? null : item(0);
    }

    final void add(T item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        size++;
        siftUp(size - 1, item);
    }

    final @Nullable T poll() {
        if (size == 0) {
            return null;
        }
        T first = item(0);
        remove(first);
        return first;
    }

    /** Takes the item out; it must be in. */
    final void remove(T item) {
        int place = place(item);
        setPlace(item, -1);
        size--;
        T last = item(size);
        items[size] = null;
        if (place < size) {
            settle(place, last);
        }
        shrink();
    }

    /** Puts the item, which must be in, where its changed order belongs. */
    final void update(T item) {
        settle(place(item), item);
    }

    final void clear() {
        for (int i = 0; i < size; i++) {
            setPlace(item(i), -1);
        }
        items = new Object[INITIAL_CAPACITY];
        size = 0;
    }

    /** The items in no particular order, for snapshots and checks. */
    @SuppressWarnings("unchecked")
    final Iterable<T> unordered() {
        return (Iterable<T>) Arrays.asList(items).subList(0, size);
    }

    /** Whether every item knows its place and none comes out before the one above it, for checks. */
    final boolean isInOrder() {
        for (int i = 0; i < size; i++) {
            if (place(item(i)) != i || i > 0 && before(item(i), item((i - 1) >>> 1))) {
                return false;
            }
        }
        return true;
    }

    private void settle(int place, T item) {
        if (place > 0 && before(item, item((place - 1) >>> 1))) {
            siftUp(place, item);
        } else {
            siftDown(place, item);
        }
    }

    private void siftUp(int from, T item) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            T above = item(parent);
            if (!before(item, above)) {
                break;
            }
            put(place, above);
            place = parent;
        }
        put(place, item);
    }

    private void siftDown(int from, T item) {
        int place = from;
        int firstLeaf = size >>> 1;
        while (place < firstLeaf) {
            int child = 2 * place + 1;
            if (child + 1 < size && before(item(child + 1), item(child))) {
                child++;
            }
            if (!before(item(child), item)) {
                break;
            }
            put(place, item(child));
            place = child;
        }
        put(place, item);
    }

    /** A queue that once held a million messages gives their room back. */
    private void shrink() {
        if (items.length > INITIAL_CAPACITY * 16 && size < items.length / 8) {
            items = Arrays.copyOf(items, items.length / 4);
        }
    }

    private void put(int place, T item) {
        items[place] = item;
        setPlace(item, place);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // within size, every place is filled with a T
    private T item(int place) {
        return (T) items[place];
    }
}
