package io.vaportrail.s3.checksum;

/**
 * CRC-64/NVME: polynomial 0xAD93D23594C93659, reflected, all ones before and after. Eight bytes at a step.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">Checking object
 *     integrity</a>
 */
final class Crc64Nvme {
    private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final int STEP = 8;
    private static final long[][] TABLES = tables();

    private Crc64Nvme() {}

    private static long[][] tables() {
        long[][] tables = new long[STEP][256];
        for (int i = 0; i < 256; i++) {
            long crc = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
            }
            tables[0][i] = crc;
        }
        for (int i = 0; i < 256; i++) {
            long crc = tables[0][i];
            for (int table = 1; table < STEP; table++) {
                crc = tables[0][(int) (crc & 0xFF)] ^ (crc >>> Byte.SIZE);
                tables[table][i] = crc;
            }
        }
        return tables;
    }

    static long of(byte[] bytes) {
        long crc = ~0L;
        int i = 0;
        for (; i + STEP <= bytes.length; i += STEP) {
            long x = crc ^ littleEndian(bytes, i);
            crc = TABLES[7][(int) (x & 0xFF)]
                    ^ TABLES[6][(int) (x >>> 8 & 0xFF)]
                    ^ TABLES[5][(int) (x >>> 16 & 0xFF)]
                    ^ TABLES[4][(int) (x >>> 24 & 0xFF)]
                    ^ TABLES[3][(int) (x >>> 32 & 0xFF)]
                    ^ TABLES[2][(int) (x >>> 40 & 0xFF)]
                    ^ TABLES[1][(int) (x >>> 48 & 0xFF)]
                    ^ TABLES[0][(int) (x >>> 56)];
        }
        for (; i < bytes.length; i++) {
            crc = TABLES[0][(int) ((crc ^ bytes[i]) & 0xFF)] ^ (crc >>> Byte.SIZE);
        }
        return ~crc;
    }

    private static long littleEndian(byte[] bytes, int at) {
        long value = 0;
        for (int i = STEP - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes[at + i] & 0xFF;
        }
        return value;
    }
}
