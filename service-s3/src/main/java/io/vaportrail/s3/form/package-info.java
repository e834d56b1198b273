/**
 * Uploads by browser forms: an HTTP POST that carries fields instead of headers, and is signed by a policy. Start with
 * {@link io.vaportrail.s3.form.FormUpload}.
 */
@NullMarked
package io.vaportrail.s3.form;

import org.jspecify.annotations.NullMarked;
