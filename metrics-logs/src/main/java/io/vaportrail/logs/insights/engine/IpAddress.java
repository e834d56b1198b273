package io.vaportrail.logs.insights.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Addresses and subnets as they are written, without asking anybody. */
final class IpAddress {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;
    private static final int V6_GROUPS = 8;
    private static final int GROUP_DIGITS = 4;
    private static final int HEX = 16;
    private static final int BYTE_BITS = 8;
    private static final int BYTE_MOST = 255;

    private IpAddress() {}

    /** The bytes of an address of version 4, or {@code null}. */
    static byte @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != V4_BYTES) {
            return null;
        }
        byte[] bytes = new byte[V4_BYTES];
        for (int i = 0; i < V4_BYTES; i++) {
            int number = decimal(parts[i], 3);
            if (number < 0 || number > BYTE_MOST) {
                return null;
            }
            bytes[i] = (byte) number;
        }
        return bytes;
    }

    private static int decimal(String text, int mostDigits) {
        if (text.isEmpty() || text.length() > mostDigits) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return -1;
            }
        }
        return Integer.parseInt(text);
    }

    /** The bytes of an address of version 6, or {@code null}. */
    static byte @Nullable [] v6(String text) {
        String whole = withoutV4(text);
        if (whole == null) {
            return null;
        }
        int gap = whole.indexOf("::");
        if (gap < 0) {
            return whole.indexOf(':') < 0 ? null : joined(whole.split(":", -1), new String[0], V6_GROUPS);
        }
        if (whole.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        String[] head = gap == 0 ? new String[0] : whole.substring(0, gap).split(":", -1);
        String rest = whole.substring(gap + 2);
        String[] tail = rest.isEmpty() ? new String[0] : rest.split(":", -1);
        return head.length + tail.length >= V6_GROUPS ? null : joined(head, tail, head.length + tail.length);
    }

    /** Turns an address of version 4 at the end into two groups. */
    private static @Nullable String withoutV4(String text) {
        if (text.indexOf('.') < 0) {
            return text;
        }
        int colon = text.lastIndexOf(':');
        byte[] v4 = colon < 0 ? null : v4(text.substring(colon + 1));
        if (v4 == null) {
            return null;
        }
        return text.substring(0, colon + 1)
                + Integer.toHexString((v4[0] & 0xff) << BYTE_BITS | v4[1] & 0xff)
                + ":"
                + Integer.toHexString((v4[2] & 0xff) << BYTE_BITS | v4[3] & 0xff);
    }

    private static byte @Nullable [] joined(String[] head, String[] tail, int expected) {
        if (head.length + tail.length != expected) {
            return null;
        }
        byte[] bytes = new byte[V6_BYTES];
        boolean valid = put(head, bytes, 0) && put(tail, bytes, V6_BYTES - 2 * tail.length);
        return valid ? bytes : null;
    }

    private static boolean put(String[] groups, byte[] bytes, int from) {
        for (int i = 0; i < groups.length; i++) {
            String group = groups[i];
            if (group.isEmpty() || group.length() > GROUP_DIGITS) {
                return false;
            }
            int number = 0;
            for (int j = 0; j < group.length(); j++) {
                int digit = Character.digit(group.charAt(j), HEX);
                if (digit < 0 || group.charAt(j) > 'f') {
                    return false;
                }
                number = number * HEX + digit;
            }
            bytes[from + 2 * i] = (byte) (number >> BYTE_BITS);
            bytes[from + 2 * i + 1] = (byte) number;
        }
        return true;
    }

    /** The bytes of an address of either version, or {@code null}. */
    static byte @Nullable [] any(String text) {
        byte[] v4 = v4(text);
        return v4 == null ? v6(text) : v4;
    }

    /**
     * A subnet.
     *
     * @param bits how many count
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Subnet(byte[] address, int bits) {
        /** Reads {@code address/bits}, or gives {@code null}. */
        static @Nullable Subnet of(String text) {
            int slash = text.indexOf('/');
            byte[] address = slash < 0 ? null : any(text.substring(0, slash));
            if (address == null) {
                return null;
            }
            int bits = decimal(text.substring(slash + 1), 3);
            return bits < 0 || bits > address.length * BYTE_BITS ? null : new Subnet(address, bits);
        }

        boolean isV4() {
            return address.length == V4_BYTES;
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / BYTE_BITS;
            if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
                return false;
            }
            int rest = bits % BYTE_BITS;
            int mask = BYTE_MOST << BYTE_BITS - rest & BYTE_MOST;
            return rest == 0 || (address[whole] & mask) == (other[whole] & mask);
        }
    }
}
