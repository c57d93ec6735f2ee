"""Tests of newskit."""
