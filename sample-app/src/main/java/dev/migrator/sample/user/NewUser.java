package dev.migrator.sample.user;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.URL;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to create a user.
 *
 * @param email the e-mail address, unique whatever its case
 * @param displayName what others call them
 * @param avatarUrl where their picture is, if they have one
 */
record NewUser(@NotBlank @Email @Size(max = 320) String email, @NotBlank @Size(max = 100) String displayName,
		@URL @Size(max = 500) @Nullable String avatarUrl) {

}
