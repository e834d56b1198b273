package io.vaportrail.sqs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The heap gives its items in order, whatever was taken out or moved in between. */
final class HeapProperties {
    private static final class Item {
        int order;
        int place = -1;
    }

    private static final class Heap extends IndexedHeap<Item> {
        @Override
        boolean before(Item first, Item second) {
            return first.order < second.order;
        }

        @Override
        int place(Item item) {
            return item.place;
        }

        @Override
        void setPlace(Item item, int place) {
            item.place = place;
        }
    }

    @Property(tries = 300)
    void itemsComeInOrder(
            @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 50) Integer> orders,
            @ForAll @IntRange(min = 1, max = 7) int removeEvery,
            @ForAll @IntRange(min = 1, max = 7) int moveEvery) {
        Heap heap = new Heap();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            Item item = new Item();
            item.order = orders.get(i);
            heap.add(item);
            items.add(item);
            if (i % removeEvery == 0) {
                heap.remove(items.remove(items.size() / 2));
            }
            if (i % moveEvery == 0 && !items.isEmpty()) {
                Item moved = items.get(items.size() / 3);
                moved.order = 50 - moved.order;
                heap.update(moved);
            }
        }
        items.sort(Comparator.comparingInt(item -> item.order));
        assertThat(heap.size()).isEqualTo(items.size());
        for (Item item : items) {
            Item polled = heap.poll();
            assertThat(polled).isNotNull();
            assertThat(polled.order).isEqualTo(item.order);
            assertThat(heap.contains(polled)).isFalse();
        }
        assertThat(heap.poll()).isNull();
    }
}
