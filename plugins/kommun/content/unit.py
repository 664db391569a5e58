"""A unit of the municipality and its accounts in social media (strategy 4.1, 4.3)."""

from __future__ import annotations

from enum import StrEnum

from .fields import Attachment, Common, Day, Email, Strict, Text, Truth


class Contact(Strict):
    email: Email | None = None
    phone: Text | None = None
    address: Text | None = None
    hours: Text | None = None


class Link(Strict):
    title: Text
    url: Text


class Platform(StrEnum):
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    X = "x"
    LINKEDIN = "linkedin"
    YOUTUBE = "youtube"
    TIKTOK = "tiktok"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"
    THREADS = "threads"
    BLOG = "blog"
    OTHER = "other"


class Account(Strict):
    """One account with the planning checklist of strategy 4.3.3."""

    platform: Platform
    url: Text
    name: Text
    purpose: Text | None = None
    goal: Text | None = None
    content: Text | None = None
    audience: Text | None = None
    account_type: Text | None = None
    responsible: Text | None = None
    resources: Text | None = None
    marketing: Text | None = None
    reviewed: Day | None = None


class Unit(Common):
    contact: Contact | None = None
    publishes_minutes: Truth = False
    feedback: Text | None = None
    forms: tuple[Attachment, ...] = ()
    links: tuple[Link, ...] = ()
    social: tuple[Account, ...] = ()
    head: Text | None = None
