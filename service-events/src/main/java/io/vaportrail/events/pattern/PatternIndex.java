package io.vaportrail.events.pattern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
    private volatile @Nullable GenericMachine<Alternative<M>> machine =
            GenericMachine.<Alternative<M>>builder().build();

    /** Who waits for events. */
    public interface Matchable {
        /** Which events it wants, or {@code null} for none now. */
        @Nullable EventPattern pattern();
    }

    private record Alternative<M>(M owner, int number) {}

    /** An index over all that wait, which are asked for anew when it is made again. */
    public PatternIndex(Supplier<Collection<M>> all) {
        this.all = all;
    }

    /** One more waits. */
    public synchronized void added(M one) {
        GenericMachine<Alternative<M>> current = machine;
        if (current != null) {
            add(current, one);
        }
    }

    /** Somebody waits for something else, or no more. */
    public synchronized void changed() {
        machine = null;
    }

    /** Whether matching is quick now, that is, no machine has to be made first. */
    public boolean isReady() {
        return machine != null;
    }

    /** Who wants an event, a JSON object, in no particular order. */
    public Collection<M> matching(String event) {
        GenericMachine<Alternative<M>> current = machine;
        if (current == null) {
            current = make();
        }
        List<Alternative<M>> found = Matching.rules(current, event);
        if (found.size() == 1) {
            return List.of(found.get(0).owner);
        }
        if (found.isEmpty()) {
            return List.of();
        }
        Set<M> owners = Collections.newSetFromMap(new IdentityHashMap<>());
        found.forEach(alternative -> owners.add(alternative.owner));
        return new ArrayList<>(owners);
    }

    private synchronized GenericMachine<Alternative<M>> make() {
        GenericMachine<Alternative<M>> current = machine;
        if (current == null) {
            current = GenericMachine.<Alternative<M>>builder().build();
            for (M one : all.get()) {
                add(current, one);
            }
            machine = current;
        }
        return current;
    }

    private void add(GenericMachine<Alternative<M>> to, M one) {
        EventPattern pattern = one.pattern();
        if (pattern != null) {
            pattern.addTo(to, number -> new Alternative<>(one, number));
        }
    }
}
