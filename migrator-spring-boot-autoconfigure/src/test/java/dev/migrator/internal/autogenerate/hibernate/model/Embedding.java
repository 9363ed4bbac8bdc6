package dev.migrator.internal.autogenerate.hibernate.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaClass;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/**
 * Values in the table of their entity, and in tables of their own.
 */
public final class Embedding {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Customer.class, Product.class, Nation.class };

	private Embedding() {
	}

	enum Channel {

		MAIL, PHONE

	}

	@Embeddable
	static class Place {

		@Column(length = 10, nullable = false)
		String zip;

		@ManyToOne
		Nation nation;

	}

	@Embeddable
	static class Address {

		String street;

		@Embedded
		Place place;

	}

	@Embeddable
	record Money(@Column(precision = 19, scale = 2) BigDecimal amount, @Column(length = 3) String currency) {
	}

	@Embeddable
	static class Price {

		@Embedded
		Money net;

		LocalDate since;

		@Enumerated(EnumType.STRING)
		Channel channel;

	}

	@Entity
	static class Nation {

		@Id
		@Column(length = 2)
		String code;

	}

	@Entity
	static class Customer {

		@Id
		@GeneratedValue
		UUID id;

		@Embedded
		Address home;

		@Embedded
		@AttributeOverride(name = "street", column = @Column(name = "work_street", length = 80))
		@AttributeOverride(name = "place.zip", column = @Column(name = "work_zip"))
		@AssociationOverride(name = "place.nation", joinColumns = @JoinColumn(name = "work_nation"),
				foreignKey = @ForeignKey(name = "fk_customer_work_nation"))
		Address work;

		@Embedded
		@EmbeddedColumnNaming("limit_%s")
		Money limit;

		@ElementCollection
		Set<String> nicknames;

		@ElementCollection
		@Enumerated(EnumType.STRING)
		@CollectionTable(name = "customer_channels", joinColumns = @JoinColumn(name = "customer"))
		@Column(name = "channel", nullable = false)
		Set<Channel> channels;

		@ElementCollection
		@CollectionTable(indexes = @Index(name = "ix_customer_addresses_zip", columnList = "zip"))
		List<Address> addresses;

		@ElementCollection
		@MapKeyEnumerated(EnumType.STRING)
		Map<Channel, Address> byChannel;

	}

	@Entity
	static class Product {

		@Id
		@GeneratedValue
		long id;

		@ElementCollection
		@OrderColumn
		@ListIndexBase(1)
		List<Price> prices;

		@ElementCollection
		@OrderColumn(name = "place", nullable = false)
		@CollectionTable(name = "product_images", joinColumns = @JoinColumn(name = "product_id"),
				foreignKey = @ForeignKey(name = "fk_product_images"),
				uniqueConstraints = @UniqueConstraint(name = "uk_product_images",
						columnNames = { "product_id", "url" }))
		@Column(name = "url", length = 500, nullable = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		List<String> images;

		@ElementCollection
		@MapKeyColumn(name = "language", length = 5)
		@Column(name = "text", columnDefinition = "text")
		Map<String, String> texts;

		@ElementCollection
		@MapKeyJoinColumn(name = "nation")
		Map<Nation, Money> byNation;

		@ElementCollection
		@CollectionId(column = @Column(name = "seen_id"), generator = "increment")
		@CollectionIdJavaClass(idType = Long.class)
		List<Instant> seen;

	}

}
