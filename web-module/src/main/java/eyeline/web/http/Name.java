package eyeline.web.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A name of one line: 1 to 100 characters, not only blanks, no control characters. Everything else is kept as plain text. */
@NotNull
@Size(min = 1, max = 100)
@Pattern(regexp = "(?!\\s*\\z)[^\\p{Cc}\\u2028\\u2029]*", message = "must be one line of text")
@Constraint(validatedBy = {})
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {
    String message() default "is no name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
