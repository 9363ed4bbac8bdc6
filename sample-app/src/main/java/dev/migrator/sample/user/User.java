package dev.migrator.sample.user;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works out. E-mail addresses are unique, whatever their case.
 */
@Entity
@Table(name = "users", indexes = @Index(name = "ux_users_email_lower", columnList = "(lower(email))", unique = true))
public class User {

	@Id
	@GeneratedValue(strategy = GenerationType.UUID)
	private @Nullable UUID id;

	@Column(nullable = false, length = 320)
	private String email;

	@Column(nullable = false, length = 100)
	private String displayName;

	@Column(length = 500)
	private @Nullable String avatarUrl;

	@Column(nullable = false, updatable = false)
	private Instant createdAt;

	protected User() {
	}

	User(String email, String displayName, @Nullable String avatarUrl, Instant createdAt) {
		this.email = email;
		this.displayName = displayName;
		this.avatarUrl = avatarUrl;
		this.createdAt = createdAt;
	}

	public @Nullable UUID getId() {
		return this.id;
	}

	public String getEmail() {
		return this.email;
	}

	public String getDisplayName() {
		return this.displayName;
	}

	public @Nullable String getAvatarUrl() {
		return this.avatarUrl;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

}
