package io.vaportrail.events.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.GenericMachine;

/**
 * Finds in one pass who wants an event, however many wait for it. What is added joins the machine at once; any other change has a
 * new machine made when the next event comes. Matching takes no lock.
 *
 * @param <M> who waits for events
 */
public final class PatternIndex<M extends PatternIndex.Matchable> {
    private final Supplier<Collection<M>> all;
    private volatile @Nullable Index<M> index = new Index<>();

    /** Who waits for events. */
    public interface Matchable {
        /** Which events it wants, or {@code null} for none now. */
        @Nullable EventPattern pattern();
    }

    private record Alternative<M>(M owner, int number) {}

    private record Apart<M>(M owner, EventPattern pattern) {}

    /** A pattern with wildcards, of which a bus takes few, shows in others that join its machine later: it stays apart. */
    private static final class Index<M extends Matchable> {
        private final GenericMachine<Alternative<M>> machine =
                GenericMachine.<Alternative<M>>builder().build();
        private final List<Apart<M>> apart = new CopyOnWriteArrayList<>();

        void add(M one) {
            EventPattern pattern = one.pattern();
            if (pattern != null && pattern.hasWildcard()) {
                apart.add(new Apart<>(one, pattern));
            } else if (pattern != null) {
                pattern.addTo(machine, number -> new Alternative<>(one, number));
            }
        }
    }

    /** An index over all that wait, which are asked for anew when it is made again. */
    public PatternIndex(Supplier<Collection<M>> all) {
        this.all = all;
    }

    /** One more waits. */
    public synchronized void added(M one) {
        Index<M> current = index;
        if (current != null) {
            current.add(one);
        }
    }

    /** Somebody waits for something else, or no more. */
    public synchronized void changed() {
        index = null;
    }

    /** Whether matching is quick now, that is, no machine has to be made first. */
    public boolean isReady() {
        return index != null;
    }

    /** Who wants an event, a JSON object, in no particular order. */
    public Collection<M> matching(String event) {
        Index<M> current = index;
        if (current == null) {
            current = make();
        }
        Set<M> owners = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Alternative<M> alternative : Matching.rules(current.machine, event)) {
            owners.add(alternative.owner);
        }
        for (Apart<M> each : current.apart) {
            if (each.pattern.matches(event)) {
                owners.add(each.owner);
            }
        }
        return owners.isEmpty() ? List.of() : new ArrayList<>(owners);
    }

    private synchronized Index<M> make() {
        Index<M> current = index;
        if (current == null) {
            current = new Index<>();
            for (M one : all.get()) {
                current.add(one);
            }
            index = current;
        }
        return current;
    }
}
