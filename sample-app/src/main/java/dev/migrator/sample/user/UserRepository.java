package dev.migrator.sample.user;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.JpaRepository;

/**
 * The stored users.
 */
public interface UserRepository extends JpaRepository<User, UUID> {

	List<User> findAllByOrderByCreatedAt();

}
