package io.vaportrail.core.protection;

import com.google.re2j.Pattern;
import io.vaportrail.core.protection.DataIdentifier.Rule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code data-identifiers.txt}, which says at its head how it is written. */
final class ManagedIdentifiers {
    private static final String FILE = "data-identifiers.txt";

    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, Definition> definitions = new HashMap<>();
    private @Nullable Definition current;

    /** What the file says of one identifier. Patterns are compiled for the identifiers that policies name, not for all. */
    static final class Definition {
        private final String name;
        private final List<String> forms = new ArrayList<>();
        private final List<String> free = new ArrayList<>();
        private final Set<String> near = new LinkedHashSet<>();
        private Check check = Check.NONE;

        Definition(String name) {
            this.name = name;
        }

        DataIdentifier identifier() {
            Keywords keywords = near.isEmpty() ? null : new Keywords(near);
            List<Rule> rules = new ArrayList<>();
            for (String form : free) {
                rules.add(new Rule(Pattern.compile(form), check, null));
            }
            for (String form : forms) {
                rules.add(new Rule(Pattern.compile(form), check, keywords));
            }
            return new DataIdentifier(name, rules);
        }
    }

    private ManagedIdentifiers() {}

    static Map<String, Definition> read() {
        ManagedIdentifiers reader = new ManagedIdentifiers();
        try (InputStream file = ManagedIdentifiers.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + ": missing (expected: beside the class)");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            String line;
            while ((line = lines.readLine()) != null) {
                reader.take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(reader.definitions);
    }

    private void take(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (!line.startsWith(" ")) {
            Definition begun = new Definition(line.strip());
            current = begun;
            if (begun.name.startsWith("@")) {
                groups.put(begun.name, begun.near);
            } else {
                definitions.put(begun.name, begun);
            }
            return;
        }
        String[] parts = line.strip().split(" ", 2);
        Definition definition = current;
        if (definition == null || parts.length < 2) {
            throw unexpected(line);
        }
        switch (parts[0]) {
            case "form" -> definition.forms.add(parts[1]);
            case "free" -> definition.free.add(parts[1]);
            case "check" -> definition.check = Check.valueOf(parts[1].toUpperCase(Locale.ROOT));
            case "near" -> addWords(parts[1], definition.near);
            default -> throw unexpected(line);
        }
    }

    private void addWords(String text, Set<String> words) {
        for (String word : text.split(",")) {
            String stripped = word.strip();
            if (stripped.startsWith("@")) {
                words.addAll(groups.getOrDefault(stripped, Set.of()));
            } else {
                words.add(stripped);
            }
        }
    }

    private static IllegalStateException unexpected(String line) {
        return new IllegalStateException(FILE + ": " + line + " (expected: form, free, check or near of a name)");
    }
}
