package dev.migrator.internal.autogenerate.hibernate.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.EmbeddableInstantiator;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.metamodel.spi.ValueAccess;

/**
 * Embeddables that have subclasses, superclasses, type parameters, or no class at all.
 */
public final class EmbeddableKinds {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Offer.class, Price.class, Discounted.class, Seasonal.class };

	private EmbeddableKinds() {
	}

	@MappedSuperclass
	static class Stamped {

		@CreationTimestamp
		Instant made;

	}

	@Embeddable
	@DiscriminatorColumn(name = "kind")
	static class Price extends Stamped {

		BigDecimal amount;

	}

	@Embeddable
	static class Discounted extends Price {

		int percent;

		@UpdateTimestamp
		Instant reduced;

	}

	@Embeddable
	static class Seasonal extends Discounted {

		@Column(length = 10, nullable = false)
		String season;

	}

	@Embeddable
	@Access(AccessType.PROPERTY)
	interface Span {

		@Column(name = "low")
		int getLow();

		@CreationTimestamp
		Instant getMeasured();

	}

	record Measured(int getLow, Instant getMeasured) implements Span {
	}

	static class Spans implements org.hibernate.metamodel.spi.EmbeddableInstantiator {

		@Override
		public Object instantiate(ValueAccess values) {
			return new Measured(values.getValue(0, Integer.class), values.getValue(1, Instant.class));
		}

		@Override
		public boolean isInstance(Object object) {
			return object instanceof Span;
		}

		@Override
		public boolean isSameClass(Object object) {
			return object.getClass() == Measured.class;
		}

	}

	@MappedSuperclass
	static class Pair<T> {

		T first;

		@CreationTimestamp
		Instant paired;

	}

	@Embeddable
	static class Words extends Pair<String> {

		String second;

	}

	@Embeddable
	record Stay(@CreationTimestamp Instant since, String place) {
	}

	@Entity
	static class Offer {

		@Id
		@GeneratedValue
		long id;

		@Embedded
		Price price;

		@Embedded
		@EmbeddableInstantiator(Spans.class)
		Span span;

		@Embedded
		Words words;

		@Embedded
		Stay stay;

		@ElementCollection
		@AttributeOverride(name = "second", column = @Column(name = "other"))
		List<Words> more;

	}

}
