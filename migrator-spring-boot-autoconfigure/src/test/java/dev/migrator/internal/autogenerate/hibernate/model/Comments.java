package dev.migrator.internal.autogenerate.hibernate.model;

import java.util.List;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import org.hibernate.annotations.Comment;

/**
 * Comments, those among them that say nothing: PostgreSQL keeps none of these, and
 * Hibernate passes them on where nobody wrote any.
 */
@SuppressWarnings("deprecation")
public final class Comments {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Member.class, Badge.class };

	private Comments() {
	}

	@Entity
	@Table(comment = "who belongs to it")
	static class Member {

		@Id
		@GeneratedValue
		long id;

		@ManyToOne
		@JoinTable(name = "m_parent", joinColumns = @JoinColumn(name = "child_id"),
				inverseJoinColumns = @JoinColumn(name = "parent_id"))
		Member parent;

		@OneToOne
		@JoinTable(name = "m_badge", joinColumns = @JoinColumn(name = "member_id"),
				inverseJoinColumns = @JoinColumn(name = "badge_id", comment = "the one that is worn"))
		Badge badge;

		@OneToMany
		@JoinTable(name = "m_spares", joinColumns = @JoinColumn(name = "member_id"),
				inverseJoinColumns = @JoinColumn(name = "badge_id"))
		List<Badge> spares;

		@ManyToMany
		@JoinTable(name = "m_shared", comment = "", joinColumns = @JoinColumn(name = "member_id"))
		@OrderColumn(name = "place")
		List<Badge> shared;

		@ElementCollection
		@CollectionTable(name = "m_words", joinColumns = @JoinColumn(name = "member_id"))
		@MapKeyColumn(name = "language")
		@Column(name = "word", comment = "")
		Map<String, String> words;

		@Column(comment = "as it is written")
		String name;

		@Column(comment = " ")
		String blank;

	}

	@Entity
	@Comment("")
	@SecondaryTable(name = "badge_more", pkJoinColumns = @PrimaryKeyJoinColumn(name = "badge_id"))
	static class Badge {

		@Id
		@GeneratedValue
		long id;

		@Comment("")
		String colour;

		@Column(table = "badge_more")
		String text;

	}

}
