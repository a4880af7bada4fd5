package city.planofrecord.classification.jobclass;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/** Only a class that is exempt has an exemption. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ExemptOnly.Check.class)
@interface ExemptOnly {

    String message() default "is allowed only with flsaStatus EXEMPT; set it to null, or the status to EXEMPT";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the field, not the whole. */
    final class Check implements ConstraintValidator<ExemptOnly, JobClassImage> {

        @Override
        public boolean isValid(@Nullable JobClassImage image, ConstraintValidatorContext context) {
            if (image == null || image.flsaExemption() == null || image.flsaStatus() == FlsaStatus.EXEMPT) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("flsaExemption")
                    .addConstraintViolation();
            return false;
        }
    }
}
