/**
 * Who may do what with buckets and objects: ACLs, and the block of public access. Start with {@link io.vaportrail.s3.access.Acl}.
 */
@NullMarked
package io.vaportrail.s3.access;

import org.jspecify.annotations.NullMarked;
