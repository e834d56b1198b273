package io.vaportrail.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A structure or union. Its members are defined when first looked at, so that shapes may refer to each other in circles and a
 * service's unused shapes cost nothing at start.
 *
 * @param <T> the type of its values
 */
public abstract non-sealed class StructSchema<T extends Struct> extends Schema {
    private volatile @Nullable Definition definition;
    private volatile @Nullable Object codecState;

    /** A schema named as in the model. */
    protected StructSchema(String name, ShapeType type) {
        super(name, type);
        if (!type.isStruct()) {
            throw new IllegalArgumentException("type: " + type + " (expected: STRUCTURE or UNION)");
        }
    }

    /** States the members, in the model's order, and the traits of the structure itself. */
    protected abstract void define(Definition into);

    /** An empty builder. */
    public abstract StructBuilder<T> newBuilder();

    /** The members in the model's order. */
    public final List<Member> members() {
        return definition().members;
    }

    /** The member at an index. */
    public final Member member(int index) {
        return definition().members.get(index);
    }

    /** The member of this name in the model, or {@code null}. */
    public final @Nullable Member memberNamed(String name) {
        return definition().byName.get(name);
    }

    /** The member of this name in restJson bodies, or {@code null}. */
    public final @Nullable Member memberByJsonName(String name) {
        return definition().byJsonName.get(name);
    }

    /** The member of this name in XML bodies and awsQuery requests, or {@code null}. */
    public final @Nullable Member memberByXmlName(String name) {
        return definition().byXmlName.get(name);
    }

    /** The members that a request of a REST protocol carries in the structured body. */
    public final List<Member> bodyMembers() {
        return definition().bodyMembers;
    }

    /**
     * The members that a response of a REST protocol carries in the structured body: those too that a request would carry in its
     * path or query string.
     */
    public final List<Member> responseBodyMembers() {
        return definition().responseBodyMembers;
    }

    /** The members that have a value of their own when they are absent; empty in nearly all of AWS's structures. */
    public final List<Member> defaultedMembers() {
        return definition().defaultedMembers;
    }

    /** The member that is the whole HTTP body in a REST protocol, or {@code null}. */
    public final @Nullable Member payloadMember() {
        return definition().payload;
    }

    /** What makes the structure an error, or {@code null} when it is none. */
    public final @Nullable ErrorTrait error() {
        return definition().error;
    }

    /** The name of the root element in restXml: the shape's own unless the model states another. */
    public final String xmlRootName() {
        String stated = definition().xmlRootName;
        return stated == null ? name() : stated;
    }

    /** The namespace of the root element, or {@code null}. */
    public final @Nullable XmlNamespace xmlNamespace() {
        return definition().xmlNamespace;
    }

    @Override
    public final boolean sensitive() {
        return definition().sensitive;
    }

    /**
     * What a codec derives from this schema once, for example member names as encoded bytes. There is one slot; its owner is the
     * codec of the protocol that is spoken most, awsJson.
     *
     * @param derive makes the state, perhaps more than once when threads meet; all results must be equal in effect
     */
    @SuppressWarnings("unchecked")
    public final <S> S codecState(Function<StructSchema<?>, S> derive) {
        Object state = codecState;
        if (state == null) {
            state = derive.apply(this);
            codecState = state;
        }
        return (S) state;
    }

    private Definition definition() {
        Definition known = definition;
        if (known == null) {
            known = new Definition();
            define(known);
            known.seal();
            definition = known;
        }
        return known;
    }

    /** Takes the statements of {@link #define}. */
    public static final class Definition {
        private List<Member> members = new ArrayList<>();
        private final Map<String, Member> byName = new HashMap<>();
        private final Map<String, Member> byJsonName = new HashMap<>();
        private final Map<String, Member> byXmlName = new HashMap<>();
        private List<Member> bodyMembers = List.of();
        private List<Member> responseBodyMembers = List.of();
        private List<Member> defaultedMembers = List.of();
        private @Nullable Member payload;
        private @Nullable ErrorTrait error;
        private @Nullable String xmlRootName;
        private @Nullable XmlNamespace xmlNamespace;
        private boolean sensitive;

        private Definition() {}

        /** Adds the next member. */
        public Definition member(Member.Builder builder) {
            members.add(builder.build(members.size()));
            return this;
        }

        /** Makes the structure an error. */
        public Definition error(ErrorTrait trait) {
            this.error = trait;
            return this;
        }

        /** Names the root element of restXml. */
        public Definition xmlRootName(String name) {
            this.xmlRootName = name;
            return this;
        }

        /** Declares the namespace of the root element. */
        public Definition xmlNamespace(String uri, @Nullable String prefix) {
            this.xmlNamespace = new XmlNamespace(uri, prefix);
            return this;
        }

        /** Marks all of the structure sensitive. */
        public Definition sensitive() {
            this.sensitive = true;
            return this;
        }

        private void seal() {
            members = List.copyOf(members);
            List<Member> body = new ArrayList<>(members.size());
            List<Member> responseBody = new ArrayList<>(members.size());
            List<Member> defaulted = new ArrayList<>(0);
            // loops, not streams: the first lambda of a process costs it some 20 ms, and schemas are among the first
            // things defined
            for (Member member : members) {
                if (member.defaultValue() != null) {
                    defaulted.add(member);
                }
                if (member.location() == Location.BODY) {
                    body.add(member);
                }
                if (member.location().isInResponseBody()) {
                    responseBody.add(member);
                }
                byName.put(member.name(), member);
                byJsonName.put(member.jsonName(), member);
                byXmlName.put(member.xmlName(), member);
                if (member.location() == Location.PAYLOAD) {
                    payload = member;
                }
            }
            bodyMembers = List.copyOf(body);
            responseBodyMembers = List.copyOf(responseBody);
            defaultedMembers = List.copyOf(defaulted);
        }
    }
}
